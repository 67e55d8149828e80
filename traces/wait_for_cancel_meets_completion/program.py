"""The caller of wait_for is cancelled in the iteration in which the result comes: the one or the other is lost."""

import asyncio


async def child(future):
    return "child's " + await future


async def fails(future):
    error = KeyError("first", await future)
    error.__context__ = ValueError("its context")
    raise error


async def waits(awaitable):
    return await asyncio.wait_for(awaitable, 10)


async def meet(label, make, cancel_first, hops=0):
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    task = asyncio.create_task(waits(make(future)))
    for _ in range(3):
        await asyncio.sleep(0)
    if cancel_first:
        task.cancel()
        if not future.done():
            future.set_result("result")
    else:
        future.set_result("result")
        for _ in range(hops):
            await asyncio.sleep(0)
        print("cancel():", task.cancel())
    try:
        print(label, await task, task.cancelled())
    except asyncio.CancelledError as error:
        print(label, repr(error), task.cancelled(), future.cancelled())
    except KeyError as error:
        print(label, repr(error), "context:", repr(error.__context__))


async def main():
    await meet("future, result first:", lambda future: future, False)
    await meet("future, one iteration later:", lambda future: future, False, 1)
    await meet("future, two iterations later:", lambda future: future, False, 2)
    await meet("future, cancelled first:", lambda future: future, True)
    await meet("coroutine, result first:", child, False)
    await meet("coroutine, one iteration later:", child, False, 1)
    await meet("coroutine, two iterations later:", child, False, 2)
    await meet("coroutine, cancelled first:", child, True)
    await meet("task, result first:", lambda future: asyncio.create_task(child(future)), False)
    await meet("task, one iteration later:", lambda future: asyncio.create_task(child(future)), False, 1)
    await meet("failing, result first:", fails, False)
    await meet("failing, one iteration later:", fails, False, 1)
    await meet("failing, two iterations later:", fails, False, 2)
    await meet("task, cancelled first:", lambda future: asyncio.create_task(child(future)), True)


if __name__ == "__main__":
    asyncio.run(main())
