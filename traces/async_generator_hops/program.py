"""In which iteration each value of an asynchronous generator arrives: producing takes none, awaiting in it takes its own."""

import asyncio


async def ticker(count, delay=None):
    for number in range(count):
        if delay is not None:
            await asyncio.sleep(delay)
        yield number


async def counted(log):
    for number in range(12):
        log.append(number)
        await asyncio.sleep(0)


async def consume(log, name, iterable):
    async for value in iterable:
        log.append(f"{name}{value}")
    else:
        log.append(f"{name} end")
    log.append([value async for value in ticker(3)])
    log.append([value async for value in ticker(2, 0)])
    log.append({value async for value in ticker(4) if value % 2})


async def main():
    log = []
    counter = asyncio.create_task(counted(log))
    await consume(log, "plain", ticker(3))
    await consume(log, "sleeping", ticker(3, 0))
    await counter
    print(log)


if __name__ == "__main__":
    asyncio.run(main())
