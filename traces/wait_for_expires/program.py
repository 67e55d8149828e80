"""What wait_for raises when the time is over, with its cause and context; and what was awaited is cancelled."""

import asyncio


def chain(error):
    cause = None if error.__cause__ is None else repr(error.__cause__)
    return f"{error!r} cause: {cause} context: {error.__context__!r} suppressed: {error.__suppress_context__}"


async def child():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("child:", repr(error), repr(error.__context__))
        raise


async def expire(label, awaitable, timeout):
    try:
        print(label, await asyncio.wait_for(awaitable, timeout))
    except asyncio.TimeoutError as error:
        print(label, chain(error), error.args)


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(child())
    await expire("future:", future, 0.01)
    print(future)
    await expire("task:", task, 0.01)
    print(task.cancelled())
    await expire("coroutine:", child(), 0.01)
    await expire("sleep:", asyncio.sleep(10), 0.01)
    await expire("in time:", asyncio.sleep(0, "result"), 10)
    await expire("no limit:", asyncio.sleep(0.01, "result"), None)
    future = asyncio.get_running_loop().create_future()
    await expire("no time, future:", future, 0)
    print(future)
    await expire("no time, coroutine:", child(), 0)
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    await expire("no time, task:", task, -1)
    print(issubclass(asyncio.TimeoutError, OSError))


if __name__ == "__main__":
    asyncio.run(main())
