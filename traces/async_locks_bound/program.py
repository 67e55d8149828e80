"""To which loop locks belong: up to 3.9 to that of their making, later to the first in which somebody had to wait; free ones belong to none."""

import asyncio


async def contended(what, acquire, release):
    await acquire()
    waiting = asyncio.create_task(acquire())
    await asyncio.sleep(0)
    release()
    try:
        print(what, "contended:", await waiting)
        release()
    except RuntimeError as error:
        print(what, "contended:", type(error).__name__, str(error).split("future")[-1].split(">")[-1])


async def event_wait(event):
    task = asyncio.create_task(event.wait())
    await asyncio.sleep(0)
    event.set()
    try:
        print("event", await task)
    except RuntimeError as error:
        print("event", type(error).__name__, str(error).split("future")[-1].split(">")[-1])
    event.clear()


async def condition_wait(condition):
    async def waiter():
        async with condition:
            return await condition.wait()

    task = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    async with condition:
        condition.notify()
    try:
        print("condition", await task)
    except RuntimeError as error:
        print("condition", type(error).__name__, str(error).split("future")[-1].split(">")[-1])
    print(condition.locked())


async def free(lock, semaphore):
    async with lock, semaphore:
        print("free:", lock.locked(), semaphore.locked())


async def main(lock, semaphore, event, condition):
    await free(lock, semaphore)
    await contended("lock", lock.acquire, lock.release)
    await contended("semaphore", semaphore.acquire, semaphore.release)
    await event_wait(event)
    await condition_wait(condition)
    print(lock.locked(), semaphore.locked(), event.is_set())


if __name__ == "__main__":
    asyncio.set_event_loop(asyncio.new_event_loop())
    made = asyncio.Lock(), asyncio.Semaphore(), asyncio.Event(), asyncio.Condition()
    unused = asyncio.get_event_loop()
    for _ in range(2):
        asyncio.run(main(*made))
    unused.close()
