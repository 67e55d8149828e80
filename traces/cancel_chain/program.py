"""Cancelling the outermost of a chain of tasks: the innermost sees it first, one level for each iteration."""

import asyncio


async def level(number, inner):
    try:
        await inner
    except asyncio.CancelledError:
        print("level", number)
        raise


async def main():
    inner = asyncio.get_running_loop().create_future()
    tasks = [inner]
    for number in range(4):
        tasks.append(asyncio.create_task(level(number, tasks[-1])))
    for _ in range(4):
        await asyncio.sleep(0)
    print("cancel:", tasks[-1].cancel(), "inner cancelled:", inner.cancelled())
    for number in range(5):
        await asyncio.sleep(0)
        print("iteration", number + 1, [task.cancelled() for task in tasks])


if __name__ == "__main__":
    asyncio.run(main())
