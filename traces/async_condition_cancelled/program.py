"""Waiting for a condition, cancelled: before it is notified, after (3.13 passes the notification on), and while it takes the lock again."""

import asyncio


def state(condition):
    return repr(condition).split("[")[1]


async def waiter(condition, name):
    try:
        async with condition:
            print(name, await condition.wait())
    except asyncio.CancelledError as error:
        print(name, repr(error), "context:", repr(error.__context__), state(condition))
        raise


async def start(label, names):
    print(label)
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(waiter(condition, name)) for name in names]
    await asyncio.sleep(0)
    await condition.acquire()
    return condition, tasks


async def end(condition, tasks):
    print(state(condition))
    for _ in range(4):
        await asyncio.sleep(0)
    print("left:", [task.done() for task in tasks], state(condition))
    async with condition:
        condition.notify_all()
    print(await asyncio.gather(*tasks, return_exceptions=True))


async def main():
    condition, tasks = await start("before it is notified", "ab")
    tasks[0].cancel()
    condition.notify()
    condition.release()
    await end(condition, tasks)

    condition, tasks = await start("after it was notified", "ab")
    condition.notify()
    tasks[0].cancel()
    condition.release()
    await end(condition, tasks)

    condition, tasks = await start("while it takes the lock again", "ab")
    condition.notify()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(state(condition), tasks[0].cancel())
    await asyncio.sleep(0)
    print(state(condition), tasks[0].done())
    condition.release()
    await end(condition, tasks)

    condition, tasks = await start("twice: while it waits, and while it takes the lock again", "ab")
    tasks[0].cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    tasks[0].cancel()
    await asyncio.sleep(0)
    print(state(condition), tasks[0].done())
    condition.release()
    await end(condition, tasks)

    condition, tasks = await start("given the lock, and cancelled before it runs", "ab")
    condition.notify()
    await asyncio.sleep(0)
    condition.release()
    print(tasks[0].cancel(), state(condition))
    await end(condition, tasks)

    condition, tasks = await start("the last one to be notified", "a")
    condition.notify()
    tasks[0].cancel()
    condition.release()
    await end(condition, tasks)


if __name__ == "__main__":
    asyncio.run(main())
