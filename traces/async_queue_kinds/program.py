"""The order of the three kinds of queues, queues of one's own, and the errors of wrong use."""

import asyncio


class Counting(asyncio.Queue):
    def _init(self, maxsize):
        super()._init(maxsize)
        self.puts = 0

    def _put(self, item):
        self.puts += 1
        super()._put(item)

    def _get(self):
        return self._queue.pop()


async def order(queue, items):
    for item in items:
        await queue.put(item)
    print(queue)
    got = [queue.get_nowait() for _ in range(3)]
    queue.put_nowait(items[0])
    while not queue.empty():
        got.append(await queue.get())
    print(type(queue).__name__, got)


async def attempt(label, call):
    try:
        result = call()
        if asyncio.iscoroutine(result):
            result = await result
        print(label, result)
    except Exception as error:
        print(label, repr(error))


async def main():
    items = [4, 1, 3, 5, 2]
    for cls in asyncio.Queue, asyncio.PriorityQueue, asyncio.LifoQueue, Counting:
        await order(cls(), items)
    counting = Counting(5)
    await counting.put(1)
    print(counting.puts, counting)
    queue = asyncio.PriorityQueue()
    for number in range(6):
        queue.put_nowait((number % 2, f"item {number}"))
    print([queue.get_nowait() for _ in range(6)])
    queue.put_nowait((1, "text"))
    await attempt("mixed:", lambda: queue.put_nowait((1, 2)))
    await attempt("mixed:", lambda: queue.put((1, 3)))
    print(queue.qsize(), queue)

    queue = asyncio.Queue(1)
    await attempt("get:", queue.get_nowait)
    await attempt("put:", lambda: queue.put_nowait(1))
    await attempt("put:", lambda: queue.put_nowait(2))
    await attempt("done:", queue.task_done)
    await attempt("done again:", queue.task_done)
    await attempt("join:", queue.join)
    await attempt("shutdown of none:", lambda: asyncio.LifoQueue().shutdown())
    for maxsize in 0, -1, 1:
        queue = asyncio.Queue(maxsize)
        before = queue.full()
        queue.put_nowait(None)
        print(queue.maxsize, before, queue.full(), queue)
    print(queue, await queue.get())
    task = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    print(task, issubclass(asyncio.QueueEmpty, Exception), asyncio.QueueFull)
    queue.put_nowait("end")
    print(await task)


if __name__ == "__main__":
    asyncio.run(main())
