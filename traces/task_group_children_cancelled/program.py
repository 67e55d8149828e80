"""Tasks of a group that are cancelled alone do not fail the group; one that swallows the group's cancellation ends as it likes."""
# recorder: python>=3.11

import asyncio


async def waits(name, swallows=False):
    try:
        await asyncio.sleep(0.02)
    except asyncio.CancelledError:
        print("cancelled", name)
        if not swallows:
            raise
    return name


async def fails():
    await asyncio.sleep(0.01)
    raise ValueError


async def main():
    async with asyncio.TaskGroup() as group:
        a = group.create_task(waits("a"))
        b = group.create_task(waits("b"))
        c = group.create_task(waits("never begins"))
        c.cancel()
        await asyncio.sleep(0)
        a.cancel()
    print(a.cancelled(), b.result(), c.cancelled(), asyncio.current_task().cancelling())

    async with asyncio.TaskGroup() as group:
        a = group.create_task(waits("a"))
        await asyncio.sleep(0)
        a.cancel()
        try:
            await a
        except asyncio.CancelledError:
            print("awaited in the block", asyncio.current_task().cancelling())

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails())
            a = group.create_task(waits("a", swallows=True))
            b = group.create_task(asyncio.wait_for(asyncio.sleep(1), 1))
    except* ValueError as error:
        print(repr(error), a.result(), b.cancelled())

    try:
        async with asyncio.timeout(0.01):
            async with asyncio.TaskGroup() as group:
                a = group.create_task(waits("a"))
    except TimeoutError:
        print("timed out", a.cancelled(), asyncio.current_task().cancelling())

    # The timeout and the failure come in the same iteration.
    try:
        async with asyncio.timeout(0.01):
            async with asyncio.TaskGroup() as group:
                group.create_task(fails())
                await asyncio.sleep(1)
    except BaseException as error:
        print(repr(error), asyncio.current_task().cancelling())


if __name__ == "__main__":
    asyncio.run(main())
