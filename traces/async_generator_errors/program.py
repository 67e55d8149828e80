"""Exceptions that may not leave an asynchronous generator, one that ignores its GeneratorExit, and athrow with a class and a value."""

import asyncio


async def raises(error, argument):
    yield 1
    raise error(argument)


async def ignores():
    try:
        yield 1
    except GeneratorExit:
        yield 2


async def swallows():
    try:
        yield 1
    except (GeneratorExit, ValueError) as error:
        print("swallowed", repr(error))


async def attempt(name, awaitable):
    try:
        print(name, "gives", await awaitable)
    except BaseException as error:
        print(name, "raises", repr(error), "from", repr(error.__cause__), "in", repr(error.__context__))


async def main():
    for error in (StopIteration, StopAsyncIteration, GeneratorExit, KeyError):
        generator = raises(error, "raised")
        await generator.__anext__()
        await attempt("anext", generator.__anext__())
    for error in (StopIteration, StopAsyncIteration):
        generator = raises(KeyError, "k")
        await generator.__anext__()
        await attempt("athrow", generator.athrow(error))
    generator = ignores()
    await generator.__anext__()
    await attempt("aclose", generator.aclose())
    await attempt("aclose again", generator.aclose())
    await attempt("anext", generator.__anext__())
    generator = swallows()
    await generator.__anext__()
    await attempt("aclose", generator.aclose())
    generator = swallows()
    await generator.__anext__()
    await attempt("athrow", generator.athrow(ValueError("v")))
    generator = swallows()
    await generator.__anext__()
    await attempt("athrow", generator.athrow(KeyError))
    generator = swallows()
    await attempt("athrow", generator.athrow(42))
    await attempt("athrow", generator.athrow(int))
    print(generator.ag_running)
    await attempt("anext", generator.__anext__())
    await attempt("athrow", generator.athrow(42))
    await attempt("aclose", generator.aclose())


if __name__ == "__main__":
    # asyncio.run would find those that tracebacks keep alive, which is no matter of theirs.
    loop = asyncio.new_event_loop()
    loop.run_until_complete(main())
    loop.close()
