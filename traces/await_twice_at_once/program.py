"""Two tasks await one coroutine object at the same time."""

import asyncio


async def worker():
    await asyncio.sleep(0.01)
    return 42


async def waits(name, coroutine):
    try:
        print(name, await coroutine)
    except RuntimeError as error:
        print(name, "RuntimeError:", error)


async def main():
    coroutine = worker()
    first = asyncio.create_task(waits("first", coroutine))
    second = asyncio.create_task(waits("second", coroutine))
    await first
    await second


if __name__ == "__main__":
    asyncio.run(main())
