"""An asynchronous generator that is left before its end is closed by a task of its own, as soon as nothing refers to it."""

import asyncio


async def ticker(name):
    try:
        yield 1
        yield 2
    except BaseException as error:
        print(name, repr(error), "in", asyncio.current_task().get_name())
        raise
    finally:
        await asyncio.sleep(0)
        print(name, "closed")


async def leaves():
    async for number in ticker("returned from"):
        return number


async def raises():
    async for number in ticker("raised out of"):
        raise ValueError(number)


async def main():
    async for number in ticker("broken off"):
        print("tick", number)
        break
    for turn in range(4):
        print("turn", turn)
        await asyncio.sleep(0)
    print(await leaves())
    await asyncio.sleep(0.01)
    try:
        await raises()
    except ValueError as error:
        print(repr(error))
    await asyncio.sleep(0.01)
    held = ticker("deleted")
    async for number in held:
        break
    print("held")
    await asyncio.sleep(0.01)
    del held
    print("not held")
    await asyncio.sleep(0.01)
    exhausted = [number async for number in ticker("exhausted")]
    print(exhausted)
    async for number in ticker("left at the end"):
        break


if __name__ == "__main__":
    asyncio.run(main())
