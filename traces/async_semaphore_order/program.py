"""Who gets a released semaphore: in 3.8 whoever comes first, in 3.9 nobody before the one who was woken, later it is handed over in order."""

import asyncio


def state(semaphore):
    return repr(semaphore).split("[")[1]


async def worker(semaphore, name, steps, order):
    async with semaphore:
        order.append(name)
        for _ in range(steps):
            await asyncio.sleep(0)


async def barging():
    print("barging")
    semaphore, order = asyncio.Semaphore(1), []
    await semaphore.acquire()
    tasks = [asyncio.create_task(worker(semaphore, name, 1, order)) for name in "abc"]
    await asyncio.sleep(0)
    print(state(semaphore), semaphore.locked())
    semaphore.release()
    print(state(semaphore), semaphore.locked())
    await worker(semaphore, "barge", 2, order)
    print(state(semaphore), semaphore.locked())
    await asyncio.gather(*tasks)
    print(order, state(semaphore))


async def several():
    print("several released at once")
    semaphore, order = asyncio.Semaphore(0), []
    tasks = [asyncio.create_task(worker(semaphore, name, 3, order)) for name in "abcd"]
    await asyncio.sleep(0)
    for _ in range(3):
        semaphore.release()
        print(state(semaphore), semaphore.locked())
    late = asyncio.create_task(worker(semaphore, "late", 0, order))
    for _ in range(5):
        await asyncio.sleep(0)
        print(state(semaphore), order)
    await asyncio.gather(late, *tasks)
    print(order, state(semaphore))


async def bounded():
    print("two at a time")
    semaphore, order = asyncio.BoundedSemaphore(2), []
    tasks = [asyncio.create_task(worker(semaphore, number, number % 3, order)) for number in range(7)]
    for _ in range(4):
        await asyncio.sleep(0)
        print(state(semaphore), order)
    await asyncio.gather(*tasks)
    print(order, state(semaphore))


async def crowd():
    print("those who come before the woken one goes on")
    semaphore, order = asyncio.Semaphore(0), []
    tasks = [asyncio.create_task(worker(semaphore, "a", 2, order))]
    await asyncio.sleep(0)
    tasks += [asyncio.create_task(worker(semaphore, name, 2, order)) for name in "bcd"]
    for _ in range(4):
        semaphore.release()
    for _ in range(4):
        await asyncio.sleep(0)
        print(state(semaphore), order)
    await asyncio.gather(*tasks)
    print(order, state(semaphore))


async def main():
    await barging()
    await several()
    await crowd()
    await bounded()


if __name__ == "__main__":
    asyncio.run(main())
