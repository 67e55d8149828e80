"""From 3.13 on asyncio.as_completed can be iterated by async for, and then gives the very futures and tasks that it was given."""

# recorder: python>=3.13

import asyncio


async def child(name, delay, error=None):
    await asyncio.sleep(delay)
    if error is not None:
        raise error
    return name


async def main():
    tasks = [asyncio.create_task(child(name, delay)) for name, delay in (("a", 0.03), ("b", 0.01), ("c", 0.02))]
    async for task in asyncio.as_completed(tasks):
        print("abc"[tasks.index(task)], task.done(), await task)

    async for task in asyncio.as_completed([child("coroutine", 0.01)]):
        print(type(task).__name__, task.get_name(), task.result())

    failing = asyncio.create_task(child("failing", 0.01, ValueError("v")))
    cancelled = asyncio.create_task(child("cancelled", 1))
    cancelled.cancel()
    async for task in asyncio.as_completed([failing, cancelled]):
        print(task is failing, task.cancelled())
    print(repr(failing.exception()))

    # The time is over: the loop raises.
    tasks = [asyncio.create_task(asyncio.sleep(delay, delay)) for delay in (0.01, 0.2)]
    iterator = asyncio.as_completed(tasks, timeout=0.05)
    try:
        async for task in iterator:
            print(task.result())
    except TimeoutError as error:
        print(repr(error), tasks[1].done())
    # There is nothing more.
    async for task in iterator:
        print("never")

    # Both ways in turn.
    iterator = asyncio.as_completed(tasks)
    print((await anext(iterator)).result())
    for coroutine in iterator:
        print(await coroutine)
    print(await anext(iterator, "no more"))
    try:
        await anext(iterator)
    except StopAsyncIteration as error:
        print(repr(error))
    async for task in asyncio.as_completed([]):
        print("never")


if __name__ == "__main__":
    asyncio.run(main())
