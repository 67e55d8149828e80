"""How many callbacks that keep the loop busy run after the timeout of wait_for has expired, until its caller goes on."""

import asyncio
import time


async def noop():
    return "result"


async def long_sleep():
    await asyncio.sleep(10)


async def two_levels():
    await asyncio.create_task(long_sleep())


async def cleans():
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(0)
        await asyncio.sleep(0)


def count(loop, counter):
    counter[0] += 1
    counter[1] = loop.call_soon(count, loop, counter)


async def expire(label, make):
    loop = asyncio.get_running_loop()
    counter = [0, None]

    async def waits():
        try:
            await asyncio.wait_for(make(), 0.05)
        except asyncio.TimeoutError as error:
            counter[1].cancel()
            print(label, counter[0], repr(error))

    task = asyncio.create_task(waits())
    for _ in range(3):
        await asyncio.sleep(0)
    time.sleep(0.1)
    # The timer is due now, and the next callback to run is the first that counts.
    counter[1] = loop.call_soon(count, loop, counter)
    await task


async def main():
    await expire("future:", asyncio.get_running_loop().create_future)
    await expire("sleep:", lambda: asyncio.sleep(10))
    await expire("coroutine:", long_sleep)
    await expire("task:", lambda: asyncio.create_task(long_sleep()))
    await expire("two levels:", two_levels)
    await expire("gather:", lambda: asyncio.gather(long_sleep(), long_sleep()))
    await expire("with cleaning up:", cleans)
    await expire("wait_for in wait_for:", lambda: asyncio.wait_for(long_sleep(), 20))


if __name__ == "__main__":
    asyncio.run(main())
