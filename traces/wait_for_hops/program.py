"""How many iterations pass until a task that awaits wait_for goes on."""

import asyncio


async def noop():
    return "result"


async def one_sleep():
    await asyncio.sleep(0)


async def fails():
    raise ValueError


def count(loop, counter):
    counter[0] += 1
    counter[1] = loop.call_soon(count, loop, counter)


async def measure(label, make, timeout):
    loop = asyncio.get_running_loop()
    counter = [0, None]
    counter[1] = loop.call_soon(count, loop, counter)
    try:
        outcome = await asyncio.wait_for(make(), timeout)
    except (ValueError, asyncio.TimeoutError) as error:
        outcome = error
    counter[1].cancel()
    print(label, counter[0], repr(outcome))


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    done.set_result("done")
    failed = loop.create_future()
    failed.set_exception(ValueError("failed"))
    for timeout in (None, 10, 0, -1):
        print("timeout", timeout)
        await measure("coroutine:", noop, timeout)
        await measure("with sleep(0):", one_sleep, timeout)
        await measure("failing:", fails, timeout)
        await measure("sleep(0):", lambda: asyncio.sleep(0), timeout)
        await measure("done future:", lambda: done, timeout)
        await measure("failed future:", lambda: failed, timeout)
        await measure("task:", lambda: asyncio.create_task(noop()), timeout)
    await measure("pending future:", loop.create_future, 0)
    await measure("gather of a pending future:", lambda: asyncio.gather(loop.create_future()), 0)


if __name__ == "__main__":
    asyncio.run(main())
