# recorder: python>=3.13
"""A queue is shut down: what waits is woken, what is left can be taken out, or is thrown away at once (3.13 and later)."""

import asyncio


async def user(name, coro):
    try:
        print(name, await coro)
    except asyncio.QueueShutDown as error:
        print(name, repr(error))
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


def attempt(call, *args):
    try:
        result = call(*args)
        print(call.__name__, result)
    except (asyncio.QueueShutDown, asyncio.QueueEmpty, asyncio.QueueFull, ValueError) as error:
        print(call.__name__, repr(error))


async def filled(immediate):
    queue = asyncio.Queue(2)
    queue.put_nowait("a")
    queue.put_nowait("b")
    tasks = [asyncio.create_task(user(f"put {number}", queue.put(number))) for number in range(2)]
    tasks.append(asyncio.create_task(user("join", queue.join())))
    await asyncio.sleep(0)
    print(queue)
    tasks[0].cancel()
    queue.shutdown(immediate)
    print(queue)
    attempt(queue.put_nowait, "c")
    await user("put", queue.put("c"))
    await asyncio.sleep(0)
    attempt(queue.get_nowait)
    await user("get", queue.get())
    attempt(queue.get_nowait)
    await user("get", queue.get())
    attempt(queue.task_done)
    attempt(queue.task_done)
    attempt(queue.task_done)
    print(await asyncio.gather(*tasks, return_exceptions=True), queue)
    queue.shutdown()
    print(queue)


async def empty(cls):
    queue = cls(1)
    tasks = [asyncio.create_task(user(f"get {number}", queue.get())) for number in range(3)]
    await asyncio.sleep(0)
    queue.put_nowait("item")
    queue.shutdown()
    print(queue)
    tasks[1].cancel()
    print(await asyncio.gather(*tasks, return_exceptions=True), queue)


async def main():
    for immediate in False, True:
        print("immediate:", immediate)
        await filled(immediate)
    for cls in asyncio.Queue, asyncio.PriorityQueue, asyncio.LifoQueue:
        await empty(cls)


if __name__ == "__main__":
    asyncio.run(main())
