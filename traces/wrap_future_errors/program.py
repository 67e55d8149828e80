"""asyncio.wrap_future of something else, of a done and of a cancelled concurrent future."""

import asyncio
import concurrent.futures


async def attempt(label, thing):
    try:
        print(label, await asyncio.wrap_future(thing))
    except (AssertionError, ValueError) as error:
        print(label, type(error).__name__ + ":", error)
    except asyncio.CancelledError as error:
        print(label, repr(error))
    except asyncio.TimeoutError as error:
        print(label, "asyncio.TimeoutError", error)
    except concurrent.futures.TimeoutError as error:
        print(label, "concurrent.futures.TimeoutError", error)


def failed(error):
    future = concurrent.futures.Future()
    future.set_exception(error)
    return future


async def main():
    await attempt("number:", 42)
    done = concurrent.futures.Future()
    done.set_result("value")
    await attempt("done:", done)
    cancelled = concurrent.futures.Future()
    cancelled.cancel()
    await attempt("cancelled:", cancelled)
    await attempt("failed:", failed(ValueError("v")))
    await attempt("with a concurrent CancelledError:", failed(concurrent.futures.CancelledError("c")))
    await attempt("with a concurrent TimeoutError:", failed(concurrent.futures.TimeoutError("t")))
    await attempt("with an asyncio TimeoutError:", failed(asyncio.TimeoutError("t")))


if __name__ == "__main__":
    asyncio.run(main())
