"""Callbacks run in the order in which they were scheduled; those scheduled meanwhile wait for the next batch."""

import asyncio


def chain(loop, name, depth):
    print(name, depth)
    if depth:
        loop.call_soon(chain, loop, name, depth - 1)


async def step(name):
    for number in range(3):
        print(name, "step", number)
        await asyncio.sleep(0)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(chain, loop, "a", 2)
    first = asyncio.create_task(step("first"))
    loop.call_soon(chain, loop, "b", 1)
    second = asyncio.create_task(step("second"))
    loop.call_soon(chain, loop, "cancelled", 1).cancel()
    await first
    print("first awaited")
    await second
    print("second awaited")


if __name__ == "__main__":
    asyncio.run(main())
