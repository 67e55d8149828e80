"""asynccontextmanager: what the block's exception does in the generator, what it makes of it, and generators that yield too seldom or too often."""

import asyncio
import contextlib


@contextlib.asynccontextmanager
async def manager(name, handles=None, becomes=None):
    print(name, "enter")
    await asyncio.sleep(0.01)
    try:
        yield name
    except handles or () as error:
        print(name, "handles", repr(error))
        await asyncio.sleep(0.01)
        if becomes is not None:
            raise becomes
    finally:
        print(name, "exit")


@contextlib.asynccontextmanager
async def yields(times, again=False):
    for time in range(times):
        try:
            yield time
        except KeyError:
            if again:
                yield "again"


kept = []


async def use(entered, error=None):
    kept.append(entered)
    try:
        async with entered as value:
            print("block", value)
            if error is not None:
                raise error
        print("after the block")
    except BaseException as raised:
        print("raised", repr(raised), "from", repr(raised.__cause__), "in", repr(raised.__context__))


async def main():
    await use(manager("plain"))
    await use(manager("passes"), KeyError("k"))
    await use(manager("suppresses", KeyError), KeyError("k"))
    await use(manager("replaces", KeyError, ValueError("v")), KeyError("k"))
    await use(manager("stop"), StopAsyncIteration("s"))
    await use(manager("stop iteration"), StopIteration("s"))
    await use(manager("group", RuntimeError), RuntimeError("r"))
    await use(yields(0))
    await use(yields(1))
    await use(yields(2))
    await use(yields(1, True), KeyError("k"))
    once = manager("once")
    await use(once)
    await use(once)
    task = asyncio.create_task(use(manager("cancelled", asyncio.CancelledError)))
    await asyncio.sleep(0)
    task.cancel()
    await task


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    loop.run_until_complete(main())
    loop.close()
