"""The first failure ends the wait and nothing else: the other children go on, and what they raise later counts as seen."""

import asyncio


async def child(name, iterations, error=None):
    for _ in range(iterations):
        await asyncio.sleep(0)
    print(name, "ends")
    if error is not None:
        raise error
    return name


async def main():
    slow = asyncio.create_task(child("slow", 9))
    late = asyncio.create_task(child("late", 7, KeyError("late")))
    try:
        await asyncio.gather(slow, child("early", 2, ValueError("early")), late)
    except ValueError as error:
        print("caught", repr(error), slow.done(), late.done())
    for _ in range(9):
        await asyncio.sleep(0)
    print(slow.result())

    # Two fail in one iteration: the first one counts.
    outer = asyncio.gather(child("x", 0, ValueError("x")), child("y", 0, KeyError("y")))
    try:
        await outer
    except ValueError as error:
        print("caught", repr(error), outer.exception() is error)

    # One that is cancelled is a failure too, but the gather is not cancelled itself.
    task = asyncio.create_task(child("task", 9))
    outer = asyncio.gather(task, child("other", 5))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await outer
    except asyncio.CancelledError as error:
        print("caught", repr(error), outer.cancelled(), outer.done(), task.cancelled())
    for _ in range(9):
        await asyncio.sleep(0)


if __name__ == "__main__":
    asyncio.run(main())
