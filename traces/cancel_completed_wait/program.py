"""cancel() after the awaited future is done but before the task runs: the cancellation wins."""

import asyncio


async def waits(future):
    try:
        print("result:", await future)
    except asyncio.CancelledError:
        print("cancelled, although the future is", future)
        raise


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(waits(future))
    await asyncio.sleep(0)
    future.set_result(42)
    print("cancel:", task.cancel())
    try:
        await task
    except asyncio.CancelledError:
        print("the task is cancelled")


if __name__ == "__main__":
    asyncio.run(main())
