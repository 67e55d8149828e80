"""cancelling() counts the requests, uncancel() takes one back; since 3.13 the last one withdraws the cancellation."""
# recorder: python>=3.11

import asyncio


async def worker():
    task = asyncio.current_task()
    print("at start:", task.cancelling())
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cancelled:", task.cancelling())
    print("uncancel:", task.uncancel(), task.uncancel(), task.uncancel())
    task.cancel()
    print("cancelling:", task.cancelling(), "uncancel:", task.uncancel())
    try:
        await asyncio.sleep(0)
        print("the cancellation was withdrawn")
    except asyncio.CancelledError:
        print("cancelled all the same:", task.cancelling())
    return "value"


async def main():
    task = asyncio.create_task(worker())
    await asyncio.sleep(0)
    print("cancel:", task.cancel(), task.cancel(), task.cancelling())
    print(await task, task.cancelling(), task.cancelled())
    print("after the end:", task.cancel(), task.cancelling(), task.uncancel())


if __name__ == "__main__":
    asyncio.run(main())
