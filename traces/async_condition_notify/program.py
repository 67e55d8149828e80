"""A condition: notify wakes the first ones, who take the lock one after the other, behind those who asked for it before."""

import asyncio


def state(condition):
    return repr(condition).split("[")[1]


async def waiter(condition, name):
    async with condition:
        print(name, "waits", state(condition))
        print(name, await condition.wait(), condition.locked())
        await asyncio.sleep(0)


async def taker(condition, name):
    async with condition:
        print(name, "has the lock", state(condition))


async def main():
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(waiter(condition, name)) for name in "abcde"]
    await asyncio.sleep(0)
    await condition.acquire()
    print("main", state(condition))
    condition.notify(0)
    condition.notify(2)
    tasks.append(asyncio.create_task(taker(condition, "f")))
    await asyncio.sleep(0)
    condition.notify()
    print("main releases", state(condition))
    condition.release()
    await asyncio.sleep(0.001)
    async with condition:
        condition.notify(10)
    await asyncio.gather(*tasks)

    items = []
    consumer = asyncio.create_task(consume(condition, items))
    for number in range(3):
        await asyncio.sleep(0.001)
        async with condition:
            items.append(number)
            condition.notify_all()
    print(await consumer, state(condition))

    lock = asyncio.Lock()
    first, second = asyncio.Condition(lock), asyncio.Condition(lock)
    async with first:
        print(first.locked(), second.locked(), lock.locked())
        second.notify_all()


async def consume(condition, items):
    async with condition:
        print("at once", await condition.wait_for(lambda: [1]))
        return await condition.wait_for(lambda: items if len(items) == 3 else 0)


if __name__ == "__main__":
    asyncio.run(main())
