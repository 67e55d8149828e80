"""asend gives a value to the generator's yield, athrow raises there, and both return what it yields next; aclose runs its finally."""

import asyncio


async def averager():
    total, count = 0, 0
    try:
        while True:
            try:
                value = yield total, count
            except KeyError as error:
                print("caught", repr(error))
                total, count = 0, 0
                continue
            if value is None:
                return
            await asyncio.sleep(0.01)
            total, count = total + value, count + 1
    finally:
        await asyncio.sleep(0.01)
        print("closed")


async def main():
    generator = averager()
    print(await generator.__anext__())
    print(await generator.asend(3), await generator.asend(4))
    print(await generator.athrow(KeyError("reset")))
    print(await generator.asend(5))
    try:
        await generator.asend(None)
    except StopAsyncIteration as error:
        print("end:", repr(error))
    print(await generator.aclose(), await generator.athrow(ValueError("too late")))
    for method in (generator.__anext__, generator.aclose):
        try:
            print(await method())
        except StopAsyncIteration as error:
            print("after the end:", repr(error))
    generator = averager()
    await generator.__anext__()
    try:
        await generator.athrow(ValueError)
    except ValueError as error:
        print("not caught:", repr(error))
    generator = averager()
    try:
        await generator.asend(1)
    except TypeError as error:
        print("TypeError:", error)
    print(await generator.asend(None))
    await generator.aclose()
    print(await generator.aclose())
    unstarted = averager()
    print(await unstarted.aclose(), await unstarted.athrow(ValueError))
    try:
        await unstarted.__anext__()
    except StopAsyncIteration:
        print("closed before it began")


if __name__ == "__main__":
    asyncio.run(main())
