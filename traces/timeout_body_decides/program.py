"""A block that does something else with the cancellation of its timeout: swallows it, returns, or raises another exception."""
# recorder: python>=3.11

import asyncio


def chain(error):
    seen = []
    while error is not None:
        seen.append(repr(error) + ("" if error.__cause__ is None else " from " + repr(error.__cause__)))
        error = error.__context__
    return " <- ".join(seen)


class OwnCancelled(asyncio.CancelledError):
    pass


async def swallows():
    async with asyncio.timeout(0) as timeout:
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("swallowed", asyncio.current_task().cancelling())
    print(timeout, timeout.expired(), asyncio.current_task().cancelling())
    await asyncio.sleep(0)


async def returns():
    async with asyncio.timeout(0):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            return "returned"


async def replaces(make):
    async with asyncio.timeout(0):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            raise make()


async def replaces_twice():
    async with asyncio.timeout(0):
        try:
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                raise KeyError("first")
        except KeyError as error:
            raise ValueError("second") from error


async def raises_later():
    async with asyncio.timeout(0):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            pass
        raise ValueError("later")


async def show(label, coroutine):
    try:
        print(label, await coroutine)
    except BaseException as error:
        print(label, chain(error), asyncio.current_task().cancelling())
        for member in getattr(error, "exceptions", ()):
            print("  member:", chain(member))


def group():
    first = ValueError("first")
    first.__context__ = asyncio.CancelledError("of the first")
    return ExceptionGroup("group", [first, KeyError("second")])


async def main():
    await show("swallows:", swallows())
    await show("returns:", returns())
    await show("another:", replaces(lambda: ValueError("another")))
    await show("subclass:", replaces(OwnCancelled))
    await show("new CancelledError:", replaces(lambda: asyncio.CancelledError("new")))
    await show("two:", replaces_twice())
    await show("later:", raises_later())
    await show("group:", replaces(group))


if __name__ == "__main__":
    asyncio.run(main())
