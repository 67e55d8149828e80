"""cancel() never runs the coroutine: the CancelledError arrives at its next step."""

import asyncio


async def worker():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("worker: cancelled")
        raise


async def main():
    task = asyncio.create_task(worker())
    await asyncio.sleep(0)
    print("cancel:", task.cancel(), task.cancelled(), task.done())
    print("cancel again:", task.cancel())
    await asyncio.sleep(0)
    print("one iteration later:", task.cancelled())
    await asyncio.sleep(0)
    print("two iterations later:", task.cancelled())


if __name__ == "__main__":
    asyncio.run(main())
