"""How many iterations pass until a block that expires is left."""
# recorder: python>=3.11

import asyncio


def count(loop, counter):
    counter[0] += 1
    counter[1] = loop.call_soon(count, loop, counter)


async def measure(label, delay, body):
    loop = asyncio.get_running_loop()
    counter = [0, None]
    counter[1] = loop.call_soon(count, loop, counter)
    try:
        async with asyncio.timeout(delay):
            await body()
        print(label, counter[0])
    except TimeoutError:
        print(label, counter[0], "TimeoutError")
    counter[1].cancel()


async def nothing():
    pass


async def sleeps(times):
    for _ in range(times):
        await asyncio.sleep(0)


async def main():
    future = asyncio.get_running_loop().create_future()
    await measure("0, nothing:", 0, nothing)
    await measure("0, one sleep(0):", 0, lambda: sleeps(1))
    await measure("0, two:", 0, lambda: sleeps(2))
    await measure("-1, a future:", -1, lambda: future)
    await measure("10, one sleep(0):", 10, lambda: sleeps(1))
    await measure("0, a task:", 0, lambda: asyncio.create_task(sleeps(5)))
    await measure("0, a gather:", 0, lambda: asyncio.gather(sleeps(5), sleeps(6)))
    await asyncio.sleep(0)


if __name__ == "__main__":
    asyncio.run(main())
