"""SystemExit and KeyboardInterrupt in a task group: they leave it alone, without the other errors."""
# recorder: python>=3.11

import asyncio


async def crash(error):
    await asyncio.sleep(0.01)
    raise error


async def waits(name):
    try:
        await asyncio.sleep(1)
    finally:
        print("leaves", name)


async def in_block(error):
    async with asyncio.TaskGroup() as group:
        group.create_task(waits("a"))
        await asyncio.sleep(0.005)
        raise error


async def in_child(error):
    try:
        async with asyncio.TaskGroup() as group:
            task = group.create_task(crash(error))
            task.add_done_callback(lambda done: done.exception())
            group.create_task(waits("a"))
    except BaseException as left:
        print("group left by", repr(left), group)
        raise


def attempt(coroutine):
    try:
        asyncio.run(coroutine)
    except BaseException as error:
        print(repr(error))


if __name__ == "__main__":
    attempt(in_block(SystemExit(3)))
    attempt(in_block(KeyboardInterrupt("block")))
    attempt(in_child(SystemExit(4)))
    attempt(in_child(BaseException("neither")))
