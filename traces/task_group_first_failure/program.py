"""The first failure in a task group cancels the other tasks and the block; the block's cancellation is taken back."""
# recorder: python>=3.11

import asyncio


async def fails():
    await asyncio.sleep(0.01)
    raise ValueError("first")


async def waits(name):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as error:
        print("cancelled", name, repr(error))
        raise


async def in_body():
    task = asyncio.current_task()
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails())
            group.create_task(waits("sibling"))
            try:
                await asyncio.sleep(1)
            finally:
                print("block", task.cancelling(), group)
    except ExceptionGroup as error:
        print(repr(error), error.__context__, error.__suppress_context__, task.cancelling(), group)
    await asyncio.sleep(0)
    print("goes on", task.cancelling())


async def at_exit():
    task = asyncio.current_task()
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails())
            group.create_task(waits("sibling"))
            print("end of block")
    except ExceptionGroup as error:
        print(repr(error), repr(error.__context__), task.cancelling(), group)
    await asyncio.sleep(0)
    print("goes on", task.cancelling())


if __name__ == "__main__":
    asyncio.run(in_body())
    asyncio.run(at_exit())
