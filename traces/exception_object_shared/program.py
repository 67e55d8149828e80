"""A failed task awaited twice raises the same exception object, whose context may change in between."""

import asyncio


async def fails():
    raise ValueError("failed")


async def waits(name, task):
    try:
        await task
    except ValueError as error:
        print(name, repr(error), error is task.exception(), repr(error.__context__))


async def waits_while_handling(name, task):
    try:
        raise KeyError("being handled")
    except KeyError:
        await waits(name, task)


async def main():
    task = asyncio.create_task(fails())
    await waits("first", task)
    await waits_while_handling("second", task)
    await waits("third", task)


if __name__ == "__main__":
    asyncio.run(main())
