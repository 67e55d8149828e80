"""async for steps through any object with __aiter__ and __anext__; what it says of others, and the builtins aiter and anext."""
# recorder: python>=3.10

import asyncio


class Countdown:
    def __init__(self, count):
        self.count = count

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.count == 0:
            raise StopAsyncIteration
        await asyncio.sleep(0.01)
        self.count -= 1
        return self.count


class Iterable:
    def __init__(self, iterator):
        self.iterator = iterator

    def __aiter__(self):
        return self.iterator


class Wrong:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 42


async def ticker():
    yield 1


async def through(iterable):
    return [value async for value in iterable]


async def attempt(function, *arguments):
    try:
        result = function(*arguments)
        print(await result if hasattr(result, "__await__") else "no awaitable")
    except (TypeError, StopAsyncIteration) as error:
        print(repr(error), "from", repr(error.__cause__))


async def leaves(iterable):
    async for value in iterable:
        if value == 1:
            break
    else:
        return "else"
    return value


async def main():
    print(await through(Countdown(3)), await through(Iterable(Countdown(2))), await through(Iterable(ticker())))
    print(await leaves(Countdown(3)), await leaves(Countdown(0)))
    for wrong in (42, None, Iterable(42), Iterable(Iterable(1)), Wrong()):
        await attempt(through, wrong)
        await attempt(aiter, wrong)
        await attempt(anext, wrong)
    await attempt(anext, Wrong(), 1)
    countdown = Countdown(2)
    print(aiter(countdown) is countdown, await anext(countdown), await anext(countdown, "end"))
    print(await anext(countdown, "end"))
    await attempt(anext, countdown)
    generator = ticker()
    print(await anext(generator, "end"), await anext(generator, "end"), await anext(generator, None))
    await attempt(anext, generator)
    task = asyncio.create_task(anext(Countdown(1), "end"))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error))


if __name__ == "__main__":
    asyncio.run(main())
