"""Task groups in task groups: whose cancellation is whose."""
# recorder: python>=3.11

import asyncio


async def crash(error, delay=0.01):
    await asyncio.sleep(delay)
    raise error


async def waits(name):
    try:
        await asyncio.sleep(1)
    finally:
        print("leaves", name)


def show(error, indent=""):
    print(indent + repr(error))
    for member in getattr(error, "exceptions", ()):
        show(member, indent + "  ")


async def inner_fails():
    async with asyncio.TaskGroup() as outer:
        outer.create_task(waits("outer child"))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(crash(ValueError("inner")))
            inner.create_task(waits("inner child"))


async def outer_fails():
    async with asyncio.TaskGroup() as outer:
        outer.create_task(crash(ValueError("outer")))
        try:
            async with asyncio.TaskGroup() as inner:
                inner.create_task(waits("inner child"))
        except asyncio.CancelledError as error:
            print("inner left by", repr(error), asyncio.current_task().cancelling())
            raise


async def both_fail():
    async with asyncio.TaskGroup() as outer:
        outer.create_task(crash(ValueError("outer")))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(crash(KeyError("inner")))


async def inner_task():
    async def nested():
        async with asyncio.TaskGroup() as inner:
            inner.create_task(crash(KeyError("inner")))
            inner.create_task(waits("inner child"))

    async with asyncio.TaskGroup() as outer:
        outer.create_task(nested(), name="nested")
        outer.create_task(waits("outer child"))


async def fails_while_cancelled():
    async def fails_late():
        try:
            await asyncio.sleep(1)
        finally:
            raise KeyError("late")

    async with asyncio.TaskGroup() as outer:
        outer.create_task(crash(ValueError("outer")))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(fails_late())
            await asyncio.sleep(1)


async def main():
    task = asyncio.current_task()
    for scene in inner_fails, outer_fails, both_fail, inner_task, fails_while_cancelled:
        print(scene.__name__)
        try:
            await scene()
        except BaseException as error:
            show(error)
        print(task.cancelling())
        try:
            await asyncio.sleep(0)
        except asyncio.CancelledError:
            print("cancelled later")
        while task.cancelling():
            task.uncancel()


if __name__ == "__main__":
    asyncio.run(main())
