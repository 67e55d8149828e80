"""A task cancels itself: the error arrives at its next await; what it does until then decides its end."""

import asyncio


async def returns():
    asyncio.current_task().cancel()
    return "value"


async def raises():
    asyncio.current_task().cancel()
    raise ValueError("raised instead")


async def awaits():
    asyncio.current_task().cancel()
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        print("awaits: cancelled at sleep(0)")
        raise


async def awaits_done():
    done = asyncio.get_running_loop().create_future()
    done.set_result(42)
    asyncio.current_task().cancel()
    print("awaits_done: not suspended,", await done)
    return "value"


async def swallows():
    asyncio.current_task().cancel()
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        pass
    await asyncio.sleep(0)
    return "swallowed"


async def main():
    for function in (returns, raises, awaits, awaits_done, swallows):
        task = asyncio.create_task(function())
        try:
            outcome = repr(await task)
        except (ValueError, asyncio.CancelledError) as error:
            outcome = repr(error)
        print(function.__name__, outcome, "cancelled:", task.cancelled())


if __name__ == "__main__":
    asyncio.run(main())
