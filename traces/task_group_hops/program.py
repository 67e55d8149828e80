"""In how many iterations a task group is left, by what its tasks do."""
# recorder: python>=3.11

import asyncio


async def count(label, coroutine):
    hops = 0
    loop = asyncio.get_running_loop()

    def tick():
        nonlocal hops
        hops += 1
        handles.append(loop.call_soon(tick))

    handles = [loop.call_soon(tick)]
    try:
        await coroutine
        left = ""
    except Exception as error:
        left = repr(error)
    handles[-1].cancel()
    print(label, hops, left)


async def nothing():
    pass


async def once():
    await asyncio.sleep(0)


async def fails():
    raise ValueError


async def group_of(*coroutines, raises=False):
    async with asyncio.TaskGroup() as group:
        for coroutine in coroutines:
            group.create_task(coroutine)
        if raises:
            raise KeyError


async def main():
    await count("empty", group_of())
    await count("one", group_of(nothing()))
    await count("two", group_of(nothing(), once()))
    await count("fails", group_of(fails()))
    await count("one fails", group_of(fails(), asyncio.sleep(10)))
    await count("one fails, one ends", group_of(fails(), once()))
    await count("block fails", group_of(raises=True))
    await count("block fails, one sleeps", group_of(once(), asyncio.sleep(10), raises=True))


if __name__ == "__main__":
    asyncio.run(main())
