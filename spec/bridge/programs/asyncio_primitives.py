"""The primitives of asyncio, and what is said of what nobody has awaited."""
import asyncio, sys, time, threading

async def main():
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, lambda: threading.current_thread().name))
    if sys.version_info >= (3, 9):
        print(await asyncio.to_thread(lambda: 5))
        await loop.shutdown_default_executor()
    lock = asyncio.Lock()

    async def w(n):
        async with lock:
            print('w', n, lock.locked())
            await asyncio.sleep(0.01)
    await asyncio.gather(*(w(n) for n in range(3)))
    ev = asyncio.Event()

    async def setter():
        await asyncio.sleep(0.1)
        ev.set()
    t = asyncio.ensure_future(setter())
    print(await ev.wait(), ev)
    c = asyncio.Condition()

    async def cw():
        async with c:
            await c.wait()
            print('notified')
    ts = [asyncio.ensure_future(cw()) for _ in range(2)]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    async with c:
        c.notify_all()
    await asyncio.wait(ts)
    s = asyncio.Semaphore(2)
    print(s)
    bs = asyncio.BoundedSemaphore(1)
    try:
        bs.release()
    except ValueError as e:
        print(e)
    q = asyncio.Queue(1)

    async def prod():
        for i in range(3):
            await q.put(i)
    t = asyncio.ensure_future(prod())
    for i in range(3):
        print(await q.get())
        q.task_done()
    await q.join()
    try:
        q.get_nowait()
    except asyncio.QueueEmpty as e:
        print(repr(e))
    try:
        await asyncio.wait_for(asyncio.sleep(10), 0.1)
    except asyncio.TimeoutError as e:
        print(repr(e))
    done, pending = await asyncio.wait([asyncio.ensure_future(asyncio.sleep(1)),
        asyncio.ensure_future(asyncio.sleep(2))], timeout=1.5)
    print(len(done), len(pending))
    for f in asyncio.as_completed([asyncio.sleep(0.2, 'b'), asyncio.sleep(0.1, 'a')]):
        print(await f)
    t = asyncio.ensure_future(asyncio.sleep(1, 'inner'))
    sh = asyncio.shield(t)
    sh.cancel()
    try:
        await sh
    except asyncio.CancelledError:
        print('shield cancelled')
    print(await t)

    async def agen():
        try:
            for i in range(5):
                yield i
                await asyncio.sleep(0)
        finally:
            print('agen closed')
    async for x in agen():
        if x == 2:
            break
    await asyncio.sleep(0)
    g = agen()
    await g.__anext__()
    print('end of main', loop.time() > 0)
    hand = loop.call_later(1, print)
    print(hand.cancelled())
    hand.cancel()
    print(hand.cancelled())
    bad = asyncio.ensure_future(asyncio.sleep(0))
    await bad

    async def fail():
        raise ValueError('never retrieved')
    asyncio.ensure_future(fail())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0.1)
    loop.set_exception_handler(lambda l, c: print('handler', c['message']))
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0.1)
    t = asyncio.ensure_future(asyncio.sleep(100))
asyncio.run(main())

async def never():
    pass
never()
print('ok')
loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(asyncio.wait_for(loop.create_future(), 0.1)) if sys.version_info >= (3, 10) else None
except Exception as e:
    print(repr(e))
loop.close()
import gc
gc.collect()
