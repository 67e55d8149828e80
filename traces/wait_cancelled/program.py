"""Cancelling asyncio.wait leaves what it waits for alone, and takes its callbacks back."""

import asyncio


async def waits(tasks, **options):
    try:
        done, pending = await asyncio.wait(tasks, **options)
        print("waited", len(done), len(pending))
    except asyncio.CancelledError as error:
        print("cancelled", repr(error))
        raise


def looks(future):
    return "cb=" in repr(future)


async def main():
    loop = asyncio.get_running_loop()
    child = loop.create_future()
    loop.call_later(0.05, child.set_result, "result")
    waiting = asyncio.create_task(waits([child], timeout=1))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(looks(child))
    waiting.cancel()
    await asyncio.wait([waiting])
    print(waiting.cancelled(), child.done(), looks(child))
    print(await child)

    # Before it begins.
    future = loop.create_future()
    waiting = asyncio.create_task(waits([future]))
    waiting.cancel()
    await asyncio.wait([waiting])
    print(waiting.cancelled(), looks(future))

    # The completion comes first, the cancellation before the wait goes on.
    waiting = asyncio.create_task(waits([future]))
    await asyncio.sleep(0)
    future.set_result(None)
    await asyncio.sleep(0)
    print(waiting.cancel())
    await asyncio.wait([waiting])
    print(waiting.cancelled())

    # The cancellation comes first.
    future = loop.create_future()
    waiting = asyncio.create_task(waits([future]))
    await asyncio.sleep(0)
    waiting.cancel()
    future.set_result(None)
    await asyncio.wait([waiting])
    print(waiting.cancelled())

    # The time is over and it is cancelled, in one iteration.
    future = loop.create_future()
    waiting = asyncio.create_task(waits([future], timeout=0.01))
    loop.call_later(0.01, waiting.cancel)
    await asyncio.wait([waiting])
    print(waiting.cancelled())
    waiting = asyncio.create_task(waits([future], timeout=0.01))
    await asyncio.sleep(0)
    loop.call_later(0.01, waiting.cancel)
    await asyncio.wait([waiting])
    print(waiting.cancelled())

    # Several wait for the same.
    waiting = [asyncio.create_task(waits([future])) for _ in range(3)]
    await asyncio.sleep(0)
    waiting[1].cancel()
    future.set_result(None)
    await asyncio.wait(waiting)
    print([task.cancelled() for task in waiting])


if __name__ == "__main__":
    asyncio.run(main())
