"""The result comes in the iteration in which the timeout expires, before it or after it."""

import asyncio
import time


def complete(future):
    if not future.done():
        future.set_result("result")


async def child(future):
    try:
        return "child's " + await future
    except asyncio.CancelledError:
        print("child cancelled")
        raise


async def meet(label, make, sooner):
    """Both timers are due after the pause; the one with the earlier deadline runs first."""
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(0.03 if sooner else 0.07, complete, future)
    task = asyncio.create_task(asyncio.wait_for(make(future), 0.05))
    for _ in range(3):
        await asyncio.sleep(0)
    time.sleep(0.12)
    try:
        print(label, await task)
    except asyncio.TimeoutError as error:
        print(label, repr(error), future.cancelled())


async def main():
    await meet("future, result first:", lambda future: future, True)
    await meet("future, timeout first:", lambda future: future, False)
    await meet("coroutine, result first:", child, True)
    await meet("coroutine, timeout first:", child, False)
    await meet("task, result first:", lambda future: asyncio.create_task(child(future)), True)
    await meet("task, timeout first:", lambda future: asyncio.create_task(child(future)), False)
    await meet("gather, result first:", lambda future: asyncio.gather(future), True)
    await meet("gather, timeout first:", lambda future: asyncio.gather(future), False)


if __name__ == "__main__":
    asyncio.run(main())
