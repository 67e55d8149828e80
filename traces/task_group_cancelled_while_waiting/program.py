"""The parent of a task group is cancelled while it waits at the end of the block, once and again; before and after a task has failed."""
# recorder: python>=3.11

import asyncio


async def child(name, resists=0, raises=False):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as error:
        if raises:
            raise ValueError(name)
        if resists == 0:
            print(name, "cancelled", error.args)
            raise
    await asyncio.sleep(resists)
    print(name, "ends")


async def parent(*children):
    task = asyncio.current_task()
    try:
        async with asyncio.TaskGroup() as group:
            for one in children:
                group.create_task(one)
    except BaseException as error:
        print("left by", repr(error), task.cancelling())
        try:
            await asyncio.sleep(0)
            print("next await is fine")
        except asyncio.CancelledError:
            print("next await is cancelled")
        raise


async def scene(label, times, *children):
    print(label)
    task = asyncio.create_task(parent(*children))
    await asyncio.sleep(0.01)
    for number in range(times):
        print("cancel:", task.cancel("message %d" % number))
        await asyncio.sleep(0.01)
    done = await asyncio.gather(task, return_exceptions=True)
    print(repr(done[0]), task.cancelled(), task.cancelling())


async def main():
    await scene("once", 1, child("a"))
    await scene("a child resists", 2, child("a", resists=0.05))
    await scene("two children resist", 3, child("a", resists=0.03), child("b", resists=0.05))
    await scene("a child raises", 1, child("a", raises=True))
    await scene("one raises, one resists", 2, child("a", raises=True), child("b", resists=0.05))


if __name__ == "__main__":
    asyncio.run(main())
