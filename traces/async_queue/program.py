"""A queue with room for two: producers and consumers, join and task_done, what wakes whom, and how it reads."""

import asyncio


def state(queue):
    return str(queue).split(" ", 1)[1][:-1]


async def producer(queue, name, count):
    for number in range(count):
        await queue.put(f"{name}{number}")
        print("put", f"{name}{number}", state(queue))


async def consumer(queue, name):
    while True:
        item = await queue.get()
        print(name, "got", item, state(queue))
        for _ in range(3):
            await asyncio.sleep(0)
        queue.task_done()


async def main():
    queue = asyncio.Queue(2)
    print(queue.maxsize, queue.qsize(), queue.empty(), queue.full(), repr(queue)[:10], queue)
    consumers = [asyncio.create_task(consumer(queue, name)) for name in "xy"]
    await asyncio.sleep(0)
    print(queue)
    producers = [asyncio.create_task(producer(queue, name, 3)) for name in "abc"]
    await asyncio.gather(*producers)
    print(queue.qsize(), queue.empty(), queue.full(), queue)
    await queue.join()
    print("joined", queue)
    for task in consumers:
        task.cancel()
    print(await asyncio.gather(*consumers, return_exceptions=True), queue)
    await queue.join()

    # An item is not reserved for the one who was woken.
    queue = asyncio.Queue()
    getters = [asyncio.create_task(queue.get()) for _ in range(3)]
    await asyncio.sleep(0)
    queue.put_nowait("first")
    print("stolen:", queue.get_nowait(), queue)
    await asyncio.sleep(0)
    for item in "abc":
        queue.put_nowait(item)
    print(await asyncio.gather(*getters), queue)

    # Nor is room.
    queue = asyncio.Queue(1)
    queue.put_nowait("full")
    putters = [asyncio.create_task(queue.put(number)) for number in range(3)]
    await asyncio.sleep(0)
    print(queue.get_nowait(), queue)
    queue.put_nowait("barge")
    got = [await queue.get() for _ in range(4)]
    print(got, queue, await asyncio.gather(*putters))


if __name__ == "__main__":
    asyncio.run(main())
