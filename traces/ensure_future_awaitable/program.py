"""asyncio.ensure_future, gather and the others take any object that can be awaited, and make a task of it."""

import asyncio


class Waits:
    def __init__(self, name, delay):
        self.name, self.delay = name, delay

    def __await__(self):
        print(self.name, "is awaited in", asyncio.current_task().get_name())
        return (yield from asyncio.sleep(self.delay, self.name).__await__())


class Broken:
    def __await__(self):
        raise ValueError("broken")


async def child():
    return await Waits("inner", 0.01)


async def main():
    task = asyncio.ensure_future(Waits("a", 0.01))
    print(type(task).__name__, task.get_name(), task.done(), asyncio.iscoroutine(task.get_coro()))
    print(await task)
    print(await Waits("b", 0), await child())
    print(await asyncio.gather(Waits("c", 0.02), Waits("d", 0.01)))
    # The same object twice is one task.
    waits = Waits("e", 0)
    print(await asyncio.gather(waits, waits))
    print(await asyncio.shield(Waits("f", 0.01)))
    print(await asyncio.wait_for(Waits("g", 0.01), 1))
    try:
        await asyncio.wait_for(Waits("h", 1), 0.01)
    except asyncio.TimeoutError as error:
        print(repr(error))
    for coroutine in asyncio.as_completed([Waits("i", 0.01)]):
        print(await coroutine)
    try:
        await asyncio.ensure_future(Broken())
    except ValueError as error:
        print(repr(error))
    task = asyncio.ensure_future(Waits("j", 1))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())
    for wrong in 42, "text", [], {}, None, object:
        try:
            asyncio.ensure_future(wrong)
        except TypeError as error:
            print(error)


if __name__ == "__main__":
    asyncio.run(main())
