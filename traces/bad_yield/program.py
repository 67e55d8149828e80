"""A task whose coroutine yields something else than a future: a RuntimeError is thrown into it."""

import asyncio


class Yields:
    def __init__(self, thing):
        self.thing = thing

    def __await__(self):
        return (yield self.thing)


async def attempt(label, thing):
    try:
        print(label, await Yields(thing))
    except RuntimeError as error:
        print(label, "RuntimeError:", error)


async def main():
    await attempt("None:", None)
    await attempt("number:", 42)
    await attempt("string:", "text")
    await attempt("tuple:", (1, 2))
    await attempt("list:", [1.5, None, True])


if __name__ == "__main__":
    asyncio.run(main())
