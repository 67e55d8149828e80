"""A cancellation from outside in the iteration in which the timeout expires: it is not turned into a TimeoutError."""
# recorder: python>=3.11

import asyncio
import time


async def block(delay):
    task = asyncio.current_task()
    try:
        async with asyncio.timeout(delay) as timeout:
            await asyncio.sleep(10)
    except BaseException as error:
        print(repr(error), timeout, task.cancelling(), repr(error.__context__))
        raise


async def show(label, task):
    try:
        await task
    except BaseException as error:
        print(label, repr(error), task.cancelled(), task.cancelling())


async def main():
    loop = asyncio.get_running_loop()
    # Both are due after the pause: first the one that is scheduled earlier.
    task = asyncio.create_task(block(0.03))
    await asyncio.sleep(0)
    loop.call_later(0.05, task.cancel, "from outside")
    time.sleep(0.1)
    await show("timeout, then cancel:", task)

    task = asyncio.create_task(block(0.05))
    await asyncio.sleep(0)
    loop.call_later(0.03, task.cancel, "from outside")
    time.sleep(0.1)
    await show("cancel, then timeout:", task)

    # Cancelled before it enters.
    async def late():
        asyncio.current_task().cancel("from inside")
        await block(0)

    await show("cancelled before:", asyncio.create_task(late()))

    # Cancelled when it has expired: before the block knows, and while it cleans up.
    async def cleans():
        try:
            async with asyncio.timeout(0) as timeout:
                try:
                    await asyncio.sleep(10)
                finally:
                    await asyncio.sleep(0)
                    print("cleaned up")
        finally:
            print(timeout)

    for iterations in (2, 3, 4):
        task = asyncio.create_task(cleans())
        for _ in range(iterations):
            await asyncio.sleep(0)
        print("cancel():", task.cancel("when expired"))
        await show(f"after {iterations} iterations:", task)


if __name__ == "__main__":
    asyncio.run(main())
