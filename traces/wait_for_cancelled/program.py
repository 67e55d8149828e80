"""The caller of wait_for is cancelled: so is what it awaits, and it waits until that has ended. A second cancellation does not wait."""

import asyncio


def chain(error):
    seen = []
    while error is not None:
        seen.append(repr(error) + ("" if error.__cause__ is None else " from " + repr(error.__cause__)))
        error = error.__context__
    return " <- ".join(seen)


async def child():
    try:
        return await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        caught = error
    print("child cancelled")
    for _ in range(3):
        await asyncio.sleep(0)
    print("child has cleaned up")
    raise caught


async def swallows():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("child swallows")
    return "result"


async def fails():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError("instead")


async def waits(make, timeout):
    try:
        return await asyncio.wait_for(make(), timeout)
    except BaseException as error:
        print("wait_for raised", chain(error))
        raise


async def cancel(label, make, timeout=10, times=1):
    print(label)
    task = asyncio.create_task(waits(make, timeout))
    for _ in range(3):
        await asyncio.sleep(0)
    for _ in range(times):
        print("cancel():", task.cancel())
        await asyncio.sleep(0)
        await asyncio.sleep(0)
    try:
        print(await task)
    except (asyncio.CancelledError, ValueError):
        print("ended", task.cancelled())
    for _ in range(6):
        await asyncio.sleep(0)


async def main():
    await cancel("cleans up", child)
    await cancel("cleans up, twice", child, times=2)
    await cancel("swallows", swallows)
    await cancel("fails", fails)
    await cancel("no limit", child, None)
    await cancel("no limit, swallows", swallows, None)
    await cancel("a task", lambda: asyncio.ensure_future(child()))
    await cancel("a future", asyncio.get_running_loop().create_future)


if __name__ == "__main__":
    asyncio.run(main())
