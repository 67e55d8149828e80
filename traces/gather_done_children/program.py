"""Children that are done already: counted at once or one iteration later; the first failure counts, and the first is by position."""

import asyncio


def failed(loop, text):
    future = loop.create_future()
    future.set_exception(ValueError(text))
    return future


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    done.set_result("done")
    cancelled = loop.create_future()
    cancelled.cancel()

    outer = asyncio.gather(done, done)
    print(outer)
    await asyncio.sleep(0)
    print(outer)

    outer = asyncio.gather(done, failed(loop, "first"), failed(loop, "second"), loop.create_future())
    print(outer.done())
    try:
        await outer
    except ValueError as error:
        print(repr(error))

    pending = loop.create_future()
    outer = asyncio.gather(pending, cancelled)
    print(outer.done())
    await asyncio.sleep(0)
    print(outer.done(), outer.cancelled(), pending.done())
    try:
        outer.result()
    except asyncio.CancelledError as error:
        print(repr(error))

    outer = asyncio.gather(done, cancelled, failed(loop, "kept"), return_exceptions=True)
    print([type(result).__name__ for result in await outer])

    # A child that fails in the same iteration in which its gather begins is counted in the order of events.
    future = loop.create_future()
    loop.call_soon(future.set_exception, ValueError("set"))
    outer = asyncio.gather(future, failed(loop, "before"))
    try:
        await outer
    except ValueError as error:
        print(repr(error))
    await asyncio.sleep(0)


if __name__ == "__main__":
    asyncio.run(main())
