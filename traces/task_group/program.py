"""A task group: the block ends when all of its tasks have, and their results are theirs."""
# recorder: python>=3.11

import asyncio


async def worker(name, delay):
    print("begin", name)
    await asyncio.sleep(delay)
    print("end", name)
    return name


async def adds(group):
    await asyncio.sleep(0.01)
    return group.create_task(worker("added", 0.03), name="added later")


async def main():
    async with asyncio.TaskGroup() as group:
        a = group.create_task(worker("a", 0.02))
        b = group.create_task(worker("b", 0.01), name="second")
        c = group.create_task(adds(group))
        print("body", a.get_name(), b.get_name())
    print("after", a.result(), b.result(), c.result().get_name(), c.result().result())
    async with asyncio.TaskGroup():
        print("nothing to do")
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(worker("c", 0.01))
            raise ValueError("body")
    except* ValueError as error:
        print(repr(error))


if __name__ == "__main__":
    asyncio.run(main())
