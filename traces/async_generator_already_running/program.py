"""Two tasks step through one asynchronous generator: the second one is refused while the first one waits in it."""

import asyncio


async def ticker():
    for number in range(3):
        await asyncio.sleep(0.01)
        yield number


async def attempt(name, step):
    try:
        print(name, await step())
    except (RuntimeError, StopAsyncIteration) as error:
        print(name, repr(error))


async def consume(name, generator):
    try:
        async for number in generator:
            print(name, number)
    except RuntimeError as error:
        print(name, repr(error))


async def main():
    generator = ticker()
    print(generator.ag_running)
    first = asyncio.create_task(consume("first", generator))
    await asyncio.sleep(0)
    print(generator.ag_running)
    await attempt("anext", generator.__anext__)
    await attempt("asend", lambda: generator.asend(None))
    await attempt("athrow", lambda: generator.athrow(ValueError))
    await attempt("aclose", generator.aclose)
    step = generator.__anext__()
    for _ in range(2):
        await attempt("again", lambda: step)
    await asyncio.gather(consume("second", generator), consume("third", generator))
    await first
    await attempt("end", generator.__anext__)
    await attempt("reused", lambda: step)
    closing = generator.aclose()
    print(await closing)
    await attempt("closed", lambda: closing)


if __name__ == "__main__":
    asyncio.run(main())
