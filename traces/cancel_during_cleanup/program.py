"""A second cancellation while the task cleans up after the first."""

import asyncio


async def worker():
    try:
        await asyncio.sleep(10)
    finally:
        print("cleaning up")
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as error:
            print("interrupted; context:", repr(error.__context__))
            raise


async def main():
    task = asyncio.create_task(worker())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.sleep(0)
    print("cancel again:", task.cancel())
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")


if __name__ == "__main__":
    asyncio.run(main())
