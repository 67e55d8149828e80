"""run_coroutine_threadsafe with its arguments swapped, and with None for a loop that was never made."""

import asyncio


async def worker():
    print("never printed")


def attempt(label, *args):
    try:
        asyncio.run_coroutine_threadsafe(*args)
        print(label, "accepted")
    except (TypeError, AttributeError) as error:
        print(label, type(error).__name__ + ":", error)


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    coroutine = worker()
    attempt("swapped:", loop, coroutine)
    attempt("no loop:", coroutine, None)
    coroutine.close()
    loop.close()
