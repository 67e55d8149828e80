"""Eager tasks in a task group: one that fails at once, and what happens to those that are made after it."""
# recorder: python>=3.12

import asyncio


async def fails(label):
    print("begin", label)
    raise ValueError(label)


async def ends(label):
    print("begin", label)


async def waits(label):
    print("begin", label)
    try:
        await asyncio.sleep(0.01)
    finally:
        print("leaves", label)


async def scene(label, *makers):
    print(label)
    task = asyncio.current_task()
    try:
        async with asyncio.TaskGroup() as group:
            for maker in makers:
                coroutine = maker(maker.__name__)
                try:
                    made = group.create_task(coroutine)
                except RuntimeError as error:
                    coroutine.close()
                    print("refused", error, task.cancelling())
                else:
                    print("made", made.done(), group, task.cancelling())
            await asyncio.sleep(0)
            print("end of the block", group)
    except* ValueError as error:
        print(repr(error), task.cancelling(), group)


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    await scene("all end", ends, waits, ends)
    await scene("the first fails", fails, ends, waits)
    await scene("the second fails", waits, fails, fails)
    async with asyncio.TaskGroup() as group:
        group.create_task(ends("named"), name="name")


if __name__ == "__main__":
    asyncio.run(main())
