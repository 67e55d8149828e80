"""Tasks cancelled while they wait for a lock: before they are woken, after, in the same iteration as the release, and all of them."""

import asyncio


async def worker(lock, name):
    try:
        async with lock:
            print(name, "has it")
            await asyncio.sleep(0)
    except asyncio.CancelledError:
        print(name, "cancelled", lock.locked())
        raise


async def steps(count):
    for _ in range(count):
        await asyncio.sleep(0)


async def three(label):
    print(label)
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = [asyncio.create_task(worker(lock, name)) for name in "abc"]
    await asyncio.sleep(0)
    print(lock.locked(), repr(lock).split("[")[1])
    return lock, tasks


async def end(tasks):
    print(await asyncio.gather(*tasks, return_exceptions=True))


async def main():
    lock, tasks = await three("before it is woken")
    tasks[0].cancel()
    lock.release()
    await end(tasks)

    lock, tasks = await three("after it was woken")
    lock.release()
    tasks[0].cancel()
    await end(tasks)

    lock, tasks = await three("one step later")
    lock.release()
    await asyncio.sleep(0)
    tasks[0].cancel()
    await end(tasks)

    lock, tasks = await three("all, and then it is taken at once")
    for task in tasks:
        task.cancel()
    lock.release()
    print(repr(lock).split("[")[1], "taken:", await lock.acquire())
    await end(tasks)
    lock.release()

    lock, tasks = await three("woken, cancelled, and taken meanwhile by another")
    lock.release()
    tasks[0].cancel()
    tasks[1].cancel()
    tasks[2].cancel()
    await steps(1)
    print("taken:", await lock.acquire(), repr(lock).split("[")[1])
    await end(tasks)
    lock.release()

    lock, tasks = await three("cancelled with the lock held")
    tasks[1].cancel()
    await steps(2)
    print(repr(lock).split("[")[1])
    lock.release()
    await end(tasks)

    lock, tasks = await three("a timeout and the release at the same time")
    loop = asyncio.get_running_loop()
    loop.call_later(0.01, lock.release)
    try:
        print(await asyncio.wait_for(lock.acquire(), 0.01))
    except asyncio.TimeoutError:
        print("timeout", lock.locked())
    await end(tasks)
    print(repr(lock).split("[")[1])


if __name__ == "__main__":
    asyncio.run(main())
