"""A cancellation's message on its way through three levels of awaiting tasks."""
# recorder: python>=3.9

import asyncio


async def level(number, inner):
    try:
        await inner
    except asyncio.CancelledError as error:
        print("level", number, error.args, "context:", repr(error.__context__))
        raise


async def main():
    innermost = asyncio.create_task(level(0, asyncio.sleep(10)))
    middle = asyncio.create_task(level(1, innermost))
    outer = asyncio.create_task(level(2, middle))
    await asyncio.sleep(0.01)
    outer.cancel("the message")
    try:
        await outer
    except asyncio.CancelledError as error:
        print("main", error.args)
    for task in (innermost, middle, outer):
        try:
            task.result()
        except asyncio.CancelledError as error:
            print("result()", error.args)
        try:
            task.exception()
        except asyncio.CancelledError as error:
            print("exception()", error.args)


if __name__ == "__main__":
    asyncio.run(main())
