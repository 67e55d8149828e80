"""Coroutines that are made and dropped, and those that are awaited twice."""

import asyncio


async def worker():
    return 42


async def main():
    worker()
    print("dropped")
    coroutine = worker()
    print("first:", await coroutine)
    try:
        print("second:", await coroutine)
    except RuntimeError as error:
        print("second:", error)
    finished = worker()
    task = asyncio.create_task(finished)
    print("task:", await task, await task)
    try:
        await finished
    except RuntimeError as error:
        print("the task's coroutine:", error)


if __name__ == "__main__":
    asyncio.run(main())
