"""Tasks cancelled while they put or get: before and after they were woken, with others behind them; and a timeout at the same instant."""

import asyncio


async def getter(queue, name):
    try:
        print(name, "got", await queue.get())
    except asyncio.CancelledError:
        print(name, "cancelled", queue)
        raise


async def putter(queue, name):
    try:
        await queue.put(name)
        print(name, "put", queue)
    except asyncio.CancelledError:
        print(name, "cancelled", queue)
        raise


async def start(label, queue, function, names):
    print(label)
    tasks = [asyncio.create_task(function(queue, name)) for name in names]
    await asyncio.sleep(0)
    print(queue)
    return tasks


async def end(queue, tasks):
    for _ in range(3):
        await asyncio.sleep(0)
        print([task.done() for task in tasks], queue)
    for task in tasks:
        task.cancel()
    print(await asyncio.gather(*tasks, return_exceptions=True), queue)


async def getters():
    queue = asyncio.Queue()
    tasks = await start("getter, before it is woken", queue, getter, "abc")
    tasks[0].cancel()
    queue.put_nowait(1)
    await end(queue, tasks)

    queue = asyncio.Queue()
    tasks = await start("getter, after it was woken", queue, getter, "abc")
    queue.put_nowait(1)
    tasks[0].cancel()
    await end(queue, tasks)

    queue = asyncio.Queue()
    tasks = await start("getter, woken, cancelled and robbed", queue, getter, "abc")
    queue.put_nowait(1)
    tasks[0].cancel()
    print(queue.get_nowait(), queue)
    await end(queue, tasks)

    queue = asyncio.Queue()
    tasks = await start("all getters", queue, getter, "abc")
    queue.put_nowait(1)
    queue.put_nowait(2)
    for task in tasks:
        task.cancel()
    await end(queue, tasks)


async def putters():
    queue = asyncio.Queue(1)
    queue.put_nowait(0)
    tasks = await start("putter, before it is woken", queue, putter, "abc")
    tasks[0].cancel()
    print(queue.get_nowait(), queue)
    await end(queue, tasks)

    queue = asyncio.Queue(1)
    queue.put_nowait(0)
    tasks = await start("putter, after it was woken", queue, putter, "abc")
    print(queue.get_nowait(), queue)
    tasks[0].cancel()
    await end(queue, tasks)

    queue = asyncio.Queue(1)
    queue.put_nowait(0)
    tasks = await start("putter, woken, cancelled and robbed", queue, putter, "abc")
    print(queue.get_nowait(), queue)
    tasks[0].cancel()
    queue.put_nowait("robber")
    await end(queue, tasks)


async def joined():
    queue = asyncio.Queue()
    queue.put_nowait(0)
    tasks = [asyncio.create_task(queue.join()) for _ in range(2)]
    await asyncio.sleep(0)
    tasks[0].cancel()
    queue.task_done()
    print(await asyncio.gather(*tasks, return_exceptions=True), queue)


async def timeout():
    queue = asyncio.Queue(1)
    loop = asyncio.get_running_loop()
    loop.call_later(0.01, queue.put_nowait, "item")
    try:
        print(await asyncio.wait_for(queue.get(), 0.01), queue)
    except asyncio.TimeoutError:
        print("timeout", queue)
    if queue.empty():
        queue.put_nowait("other")
    loop.call_later(0.01, queue.get_nowait)
    try:
        print(await asyncio.wait_for(queue.put("second"), 0.01), queue)
    except asyncio.TimeoutError:
        print("timeout", queue)


async def main():
    await getters()
    await putters()
    await joined()
    await timeout()


if __name__ == "__main__":
    asyncio.run(main())
