"""A lock goes to the tasks in the order in which they asked; who was woken cannot be overtaken, though the lock reads as free."""

import asyncio


async def worker(lock, name, steps):
    print(name, "asks", lock.locked())
    async with lock:
        print(name, "has it", lock.locked())
        for _ in range(steps):
            await asyncio.sleep(0)
    print(name, "released", lock.locked())


async def again(lock):
    for number in range(2):
        print("again", number, await lock.acquire())
        lock.release()
        print("again", number, "released", lock.locked())


async def main():
    lock = asyncio.Lock()
    tasks = [asyncio.create_task(worker(lock, name, steps)) for name, steps in (("a", 2), ("b", 0), ("c", 1))]
    for _ in range(4):
        await asyncio.sleep(0)
        print("main sees", lock.locked())
    async with lock:
        print("main has it")
    await asyncio.gather(*tasks)

    await lock.acquire()
    first, second = asyncio.create_task(again(lock)), asyncio.create_task(again(lock))
    await asyncio.sleep(0)
    lock.release()
    print("main released", lock.locked())
    print("main again", await lock.acquire())
    lock.release()
    await asyncio.gather(first, second)


if __name__ == "__main__":
    asyncio.run(main())
