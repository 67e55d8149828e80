"""run_until_complete with a future of another loop, with a number, and with a failed and a cancelled future."""

import asyncio


async def fails():
    raise ValueError("failed")


def attempt(label, loop, thing):
    try:
        print(label, loop.run_until_complete(thing))
    except (TypeError, ValueError) as error:
        print(label, type(error).__name__ + ":", error)
    except asyncio.CancelledError as error:
        print(label, repr(error))


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    other = asyncio.new_event_loop()
    attempt("a number:", loop, 42)
    attempt("a foreign future:", loop, other.create_future())
    attempt("a failing coroutine:", loop, fails())
    done = loop.create_future()
    done.set_result("value")
    attempt("a done future:", loop, done)
    cancelled = loop.create_future()
    loop.call_soon(cancelled.cancel)
    attempt("a cancelled future:", loop, cancelled)
    loop.close()
    other.close()
