"""A task is cancelled while it waits in an asynchronous generator: at an await of its body, of its cleanup, of aclose and of athrow."""
# recorder: sleep_scale=0.1

import asyncio


async def ticker(log):
    try:
        yield 1
        await asyncio.sleep(1)
        yield 2
    except (asyncio.CancelledError, ValueError) as error:
        log.append(type(error).__name__)
        await asyncio.sleep(1)
        log.append("handled")
        raise
    finally:
        await asyncio.sleep(1)
        log.append("finally")


async def iterate(generator):
    async for _ in generator:
        pass


async def close(generator):
    await generator.__anext__()
    await generator.aclose()


async def throw(generator):
    await generator.__anext__()
    await generator.athrow(ValueError("thrown"))


async def resumed(generator):
    try:
        return await generator.__anext__()
    except (StopAsyncIteration, RuntimeError) as error:
        return repr(error)


async def trial(way, *delays):
    log = []
    generator = ticker(log)
    task = asyncio.create_task(way(generator))
    for delay in delays:
        await asyncio.sleep(delay)
        task.cancel()
    try:
        await task
        log.append("done")
    except asyncio.CancelledError as error:
        log.append(repr(error))
    except ValueError as error:
        log.append(repr(error))
    values = [await resumed(generator), await resumed(generator)]
    print(way.__name__, delays, log, generator.ag_running, *values)
    await generator.aclose()


async def main():
    for way in (iterate, close, throw):
        for delays in ((0,), (0.5,), (0.5, 1), (1.5,), (0.5, 1, 0), (0.5, 2)):
            await trial(way, *delays)


if __name__ == "__main__":
    asyncio.run(main())
