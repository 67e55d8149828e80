"""What was awaited is cancelled because the time is over, and does something else: it returns, raises, or takes its time."""

import asyncio


def chain(error):
    seen = []
    while error is not None:
        seen.append(repr(error) + ("" if error.__cause__ is None else " from " + repr(error.__cause__)))
        error = error.__context__
    return " <- ".join(seen)


async def returns():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return "returned"


async def raises():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError("raised")


async def raises_later():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        pass
    raise ValueError("later")


async def takes_its_time():
    try:
        await asyncio.sleep(10)
    finally:
        print("begins to clean up")
        await asyncio.sleep(0.02)
        print("has cleaned up")


async def ends(label, awaitable, timeout):
    try:
        print(label, await asyncio.wait_for(awaitable, timeout))
    except Exception as error:
        print(label, chain(error))


async def begun(coroutine):
    task = asyncio.create_task(coroutine)
    await asyncio.sleep(0)
    return task


async def main():
    await ends("returns:", returns(), 0.01)
    await ends("raises:", await begun(raises()), 0.01)
    await ends("raises later:", await begun(raises_later()), 0.01)
    await ends("takes its time:", takes_its_time(), 0.01)
    await ends("no time, returns:", await begun(returns()), 0)
    await ends("no time, raises:", await begun(raises()), 0)
    await ends("no time, takes its time:", await begun(takes_its_time()), 0)


if __name__ == "__main__":
    asyncio.run(main())
