"""Cancelling who awaits the next one of asyncio.as_completed: nothing is lost, another one gets it."""

import asyncio


async def gets(label, coroutine):
    try:
        print(label, "got", await coroutine)
    except asyncio.CancelledError:
        print(label, "cancelled")
        raise


async def main():
    loop = asyncio.get_running_loop()
    futures = [loop.create_future() for _ in range(2)]
    coroutines = list(asyncio.as_completed(futures))
    tasks = [asyncio.create_task(gets(number, coroutine)) for number, coroutine in enumerate(coroutines)]
    await asyncio.sleep(0)

    # Before anything is done.
    tasks[0].cancel()
    await asyncio.sleep(0)
    futures[1].set_result("second")
    await asyncio.wait(tasks)

    # One is done, and who was to get it is cancelled: the other one is woken.
    futures = [loop.create_future() for _ in range(2)]
    coroutines = list(asyncio.as_completed(futures))
    tasks = [asyncio.create_task(gets(number, coroutine)) for number, coroutine in enumerate(coroutines)]
    await asyncio.sleep(0)
    futures[1].set_result("second")
    await asyncio.sleep(0)
    print(tasks[0].cancel())
    await asyncio.wait(tasks)

    # The children are left alone.
    children = [asyncio.create_task(asyncio.sleep(delay, delay)) for delay in (0.05, 0.25)]

    async def all_of_them():
        for coroutine in asyncio.as_completed(children):
            await gets("all", coroutine)

    task = asyncio.create_task(all_of_them())
    await asyncio.sleep(0.15)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled(), [child.done() for child in children])
    print(await children[1])


if __name__ == "__main__":
    asyncio.run(main())
