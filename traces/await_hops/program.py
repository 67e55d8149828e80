"""How many iterations of the loop pass until an awaiting task goes on."""

import asyncio


async def noop():
    pass


async def one_sleep():
    await asyncio.sleep(0)


async def fails():
    raise ValueError


def count(loop, counter):
    counter[0] += 1
    counter[1] = loop.call_soon(count, loop, counter)


async def measure(label, awaitable):
    loop = asyncio.get_running_loop()
    counter = [0, None]
    counter[1] = loop.call_soon(count, loop, counter)
    try:
        await awaitable
    except ValueError:
        pass
    counter[1].cancel()
    print(label, counter[0])


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    done.set_result(None)
    await measure("done future:", done)
    await measure("coroutine:", noop())
    await measure("coroutine with sleep(0):", one_sleep())
    await measure("sleep(0):", asyncio.sleep(0))
    await measure("sleep(-1):", asyncio.sleep(-1))
    await measure("task:", asyncio.create_task(noop()))
    await measure("task with sleep(0):", asyncio.create_task(one_sleep()))
    await measure("failing task:", asyncio.create_task(fails()))
    task = asyncio.create_task(noop())
    await asyncio.sleep(0)
    await measure("done task:", task)
    future = loop.create_future()
    loop.call_soon(future.set_result, None)
    await measure("future set by the next callback:", future)


if __name__ == "__main__":
    asyncio.run(main())
