"""Wrong use of locks, events, conditions and semaphores; and how all of them read."""

import asyncio


class MyLock(asyncio.Lock):
    pass


async def attempt(label, call):
    try:
        result = call()
        if asyncio.iscoroutine(result):
            result = await result
        print(label, result)
    except Exception as error:
        print(label, repr(error))


async def release_twice(lock):
    async with lock:
        lock.release()


async def raise_and_release(lock):
    try:
        async with lock:
            lock.release()
            raise KeyError("body")
    except RuntimeError as error:
        print(repr(error), "context:", repr(error.__context__))


async def main():
    lock, event, condition = asyncio.Lock(), asyncio.Event(), asyncio.Condition()
    semaphore, bounded = asyncio.Semaphore(3), asyncio.BoundedSemaphore(2)
    print(lock, event, condition, semaphore, bounded, MyLock())
    print(await lock.acquire(), await semaphore.acquire(), await condition.acquire())
    event.set()
    print(lock, event, condition, semaphore)
    await attempt("lock release", lock.release)
    await attempt("lock release again", lock.release)
    await attempt("condition release", condition.release)
    await attempt("condition release again", condition.release)
    await attempt("wait", condition.wait)
    await attempt("wait_for true", lambda: condition.wait_for(lambda: 5))
    await attempt("wait_for false", lambda: condition.wait_for(lambda: False))
    await attempt("notify", condition.notify)
    await attempt("notify_all", condition.notify_all)
    await attempt("negative", lambda: asyncio.Semaphore(-1))
    await attempt("negative, bounded", lambda: asyncio.BoundedSemaphore(-1))
    await attempt("zero", lambda: asyncio.Semaphore(0).locked())
    await attempt("bounded release", bounded.release)
    await attempt("semaphore release", semaphore.release)
    await attempt("semaphore release again", semaphore.release)
    print(semaphore)
    await attempt("released within", lambda: release_twice(lock))
    await raise_and_release(lock)
    other = asyncio.Condition(lock)
    async with other:
        print(lock.locked(), other)
    task = asyncio.create_task(event.wait())
    other = asyncio.create_task(lock.acquire())
    print(await asyncio.gather(task, other))
    print(task, other)


if __name__ == "__main__":
    asyncio.run(main())
