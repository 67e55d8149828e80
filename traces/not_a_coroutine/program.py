"""What run_coroutine_threadsafe says to things that are not coroutine objects."""

import asyncio
import concurrent.futures


async def worker():
    pass


async def generator():
    yield 1


def attempt(label, thing, loop):
    try:
        asyncio.run_coroutine_threadsafe(thing, loop)
        print(label, "accepted")
    except TypeError as error:
        print(label, "TypeError:", error)


def main():
    loop = asyncio.new_event_loop()
    attempt("coroutine function:", worker, loop)
    attempt("async generator:", generator(), loop)
    attempt("number:", 42, loop)
    attempt("None:", None, loop)
    attempt("asyncio future:", loop.create_future(), loop)
    attempt("concurrent future:", concurrent.futures.Future(), loop)
    loop.close()


if __name__ == "__main__":
    main()
