"""What asyncio.shield gives is what the shielded one gives: a result, an exception, or its cancellation."""

import asyncio


async def child(error=None):
    await asyncio.sleep(0.01)
    if error is not None:
        raise error
    return "result"


async def shows(label, awaitable):
    outer = asyncio.shield(awaitable)
    print(label, repr(outer), outer is awaitable)
    try:
        print(label, await outer)
    except (Exception, asyncio.CancelledError) as error:
        print(label, repr(error))
    print(label, repr(outer))


async def main():
    loop = asyncio.get_running_loop()
    await shows("coroutine", child())
    await shows("error", child(ValueError("v")))
    await shows("task", asyncio.create_task(child()))
    await shows("cancelled error", child(asyncio.CancelledError("by hand")))
    task = asyncio.create_task(child())
    loop.call_later(0.005, task.cancel)
    await shows("cancelled task", task)
    future = loop.create_future()
    loop.call_later(0.005, future.set_result, "future's")
    await shows("future", future)
    future = loop.create_future()
    loop.call_later(0.005, future.cancel)
    await shows("cancelled future", future)

    # What is done already is given back as it is.
    future = loop.create_future()
    future.set_result("done")
    await shows("done", future)
    future = loop.create_future()
    future.cancel()
    await shows("done by a cancellation", future)
    future = loop.create_future()
    future.set_exception(KeyError("k"))
    await shows("failed", future)

    # A shield of a shield.
    inner = loop.create_future()
    outer = asyncio.shield(asyncio.shield(inner))
    inner.set_result(1)
    print(await outer)
    # One shielded twice.
    inner = loop.create_future()
    outers = [asyncio.shield(inner), asyncio.shield(inner)]
    outers[0].cancel()
    inner.set_result(2)
    print(await outers[1], outers[0].cancelled())
    for wrong in 42, None, [inner]:
        try:
            asyncio.shield(wrong)
        except TypeError as error:
            print(error)


if __name__ == "__main__":
    asyncio.run(main())
