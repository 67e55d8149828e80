"""wait_for gives whatever the awaited thing ends with: also a cancellation or a TimeoutError of its own."""

import asyncio


def chain(error):
    seen = []
    while error is not None:
        seen.append(repr(error) + ("" if error.__cause__ is None else " from " + repr(error.__cause__)))
        error = error.__context__
    return " <- ".join(seen)


async def raises(error):
    await asyncio.sleep(0)
    raise error


async def ends(label, awaitable, timeout=10):
    try:
        print(label, await asyncio.wait_for(awaitable, timeout))
    except BaseException as error:
        print(label, chain(error), isinstance(error, asyncio.TimeoutError))


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_soon(future.cancel)
    await ends("cancelled future:", future)
    await ends("cancelled already:", future)
    await ends("cancelled already, no time:", future, 0)
    task = asyncio.create_task(asyncio.sleep(10))
    loop.call_soon(task.cancel)
    await ends("cancelled task:", task)
    await ends("ValueError:", raises(ValueError("own")))
    await ends("own TimeoutError:", raises(asyncio.TimeoutError("own")))
    await ends("own CancelledError:", raises(asyncio.CancelledError("own")))
    future = loop.create_future()
    future.set_exception(KeyError("own"))
    await ends("failed already:", future, 0)
    await ends("inner wait_for:", asyncio.wait_for(asyncio.sleep(10), 0.01))
    await ends("outer wait_for:", asyncio.wait_for(asyncio.sleep(10), 10), 0.01)
    await ends("not awaitable:", 42)
    await ends("not awaitable, no time:", 42, 0)
    await ends("not awaitable, no limit:", 42, None)


if __name__ == "__main__":
    asyncio.run(main())
