"""What __context__ and __cause__ hold after raising inside except and finally, and in a task's cancellation."""

import asyncio


def chain(error):
    seen = []
    while error is not None:
        seen.append(repr(error) + ("" if error.__cause__ is None else " from " + repr(error.__cause__)))
        error = error.__context__
    return " <- ".join(seen)


def in_except():
    try:
        raise KeyError("first")
    except KeyError:
        raise ValueError("second")


def in_finally():
    try:
        raise KeyError("first")
    finally:
        raise ValueError("second")


def raise_from():
    try:
        raise KeyError("first")
    except KeyError as error:
        raise ValueError("second") from error


def raise_from_none():
    try:
        raise KeyError("first")
    except KeyError:
        raise ValueError("second") from None


def raise_same_again():
    error = ValueError("same")
    try:
        raise error
    except ValueError:
        raise error


async def replaced():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError("instead of the cancellation")


async def main():
    task = asyncio.create_task(replaced())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except ValueError as error:
        print("replaced:", chain(error), task.cancelled())


if __name__ == "__main__":
    for function in (in_except, in_finally, raise_from, raise_from_none, raise_same_again):
        try:
            function()
        except ValueError as error:
            print(function.__name__ + ":", chain(error), error.__suppress_context__)
    asyncio.run(main())
