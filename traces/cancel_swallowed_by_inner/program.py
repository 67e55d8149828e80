"""The inner task swallows the cancellation of the outer one: the outer one goes on as if nothing had happened."""

import asyncio


async def inner():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return "inner's value"


async def outer(task):
    value = await task
    return "outer got " + value


async def main():
    inner_task = asyncio.create_task(inner())
    outer_task = asyncio.create_task(outer(inner_task))
    await asyncio.sleep(0.01)
    print("cancel:", outer_task.cancel())
    print(await outer_task, outer_task.cancelled(), inner_task.cancelled())


if __name__ == "__main__":
    asyncio.run(main())
