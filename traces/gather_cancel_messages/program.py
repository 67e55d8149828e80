"""Where the message of a cancelled gather arrives, and what the contexts hold."""
# recorder: python>=3.9

import asyncio


def chain(error):
    seen = []
    while error is not None:
        seen.append(repr(error))
        error = error.__context__
    return " <- ".join(seen)


async def child(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print(name, chain(error))
        raise


async def ends(name, awaitable):
    try:
        print(name, await awaitable)
    except asyncio.CancelledError as error:
        print(name, "raised", chain(error))


async def main():
    loop = asyncio.get_running_loop()
    outer = asyncio.gather(child("a"), child("b"))
    await asyncio.sleep(0)
    outer.cancel("outer message")
    await ends("cancelled gather", outer)

    task = asyncio.create_task(child("c"))
    outer = asyncio.gather(task, child("d"))
    await asyncio.sleep(0)
    task.cancel("child message")
    await ends("cancelled child", outer)

    # Among the results there is the message of a cancelled future, and never that of a cancelled task.
    tasks = [asyncio.create_task(child(name)) for name in "efg"]
    future = loop.create_future()
    outer = asyncio.gather(*tasks, future, return_exceptions=True)
    tasks[0].cancel("before its first step")
    await asyncio.sleep(0)
    tasks[1].cancel()
    tasks[2].cancel("later")
    future.cancel("of a future")
    for error in await outer:
        print("kept", repr(error), error.args, error.__context__)

    tasks = [asyncio.create_task(child(name)) for name in "hi"]
    outer = asyncio.gather(*tasks, return_exceptions=True)
    await asyncio.sleep(0)
    outer.cancel("all")
    await ends("cancelled gather that keeps", outer)

    # The message is that of the last child in the order of the arguments.
    for first in (True, False):
        future = loop.create_future()
        future.cancel("of a done child")
        task = asyncio.create_task(child("k"))
        outer = asyncio.gather(*((future, task) if first else (task, future)), return_exceptions=True)
        await asyncio.sleep(0)
        outer.cancel("of the gather")
        await ends("cancelled gather with a done child", outer)

    future = loop.create_future()
    outer = asyncio.gather(future)
    future.cancel("of a future")
    await ends("cancelled future", outer)

    waiting = asyncio.create_task(ends("waiting task", asyncio.gather(child("j"))))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    waiting.cancel("through the task")
    await waiting


if __name__ == "__main__":
    asyncio.run(main())
