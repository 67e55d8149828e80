"""Cancelling the future that a task awaits: the task gets CancelledError without having been cancelled itself."""

import asyncio


async def waits(future):
    try:
        await future
    except asyncio.CancelledError as error:
        print("waits:", repr(error))
        raise


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(waits(future))
    await asyncio.sleep(0)
    future.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("main: cancelled", task.cancelled(), "cancelling:", getattr(task, "cancelling", lambda: 0)())


if __name__ == "__main__":
    asyncio.run(main())
