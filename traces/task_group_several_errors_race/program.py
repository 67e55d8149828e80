"""Tasks that fail because their group is cancelled: the order of the errors is that of a set."""
# recorder: python>=3.11 repeats=40

import asyncio


async def fails_when_cancelled(name):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        raise KeyError(name)


async def crash():
    await asyncio.sleep(0.01)
    raise ValueError("first")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            for name in "ab":
                group.create_task(fails_when_cancelled(name))
            group.create_task(crash())
            await fails_when_cancelled("block")
    except ExceptionGroup as group:
        print(*group.exceptions)


if __name__ == "__main__":
    asyncio.run(main())
