"""`await` on things that cannot be awaited."""

import asyncio
import concurrent.futures
import threading


class Plain:
    pass


class BadAwait:
    def __await__(self):
        return 42


async def generator():
    yield 1


async def attempt(label, thing):
    try:
        print(label, await thing)
    except TypeError as error:
        print(label, "TypeError:", error)


async def main():
    await attempt("number:", 42)
    await attempt("None:", None)
    await attempt("string:", "text")
    await attempt("list:", [])
    await attempt("function:", attempt)
    await attempt("object:", Plain())
    await attempt("bad __await__:", BadAwait())
    await attempt("async generator:", generator())
    await attempt("thread:", threading.Thread(target=print))
    await attempt("event:", threading.Event())
    await attempt("concurrent future:", concurrent.futures.Future())


if __name__ == "__main__":
    asyncio.run(main())
