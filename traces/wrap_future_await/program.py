"""asyncio.wrap_future makes the returned future awaitable: the awaiting loop goes on while it waits."""

import asyncio
import threading


async def worker(delay):
    await asyncio.sleep(delay)
    return threading.current_thread().name


async def ticker():
    print("tick 1")
    await asyncio.sleep(0.02)
    print("tick 2")


async def fails():
    raise KeyError("missing")


async def main(new_loop):
    tick = asyncio.create_task(ticker())
    future = asyncio.run_coroutine_threadsafe(worker(0.1), new_loop)
    wrapped = asyncio.wrap_future(future)
    print("a future of this loop:", asyncio.isfuture(wrapped), asyncio.isfuture(future))
    print("worker ran in", await wrapped)
    print("same again:", asyncio.wrap_future(wrapped) is wrapped)
    await tick
    try:
        await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(fails(), new_loop))
    except KeyError as error:
        print("raised:", repr(error))


if __name__ == "__main__":
    new_loop = asyncio.new_event_loop()
    thread = threading.Thread(target=new_loop.run_forever, name="Loop")
    thread.start()
    asyncio.run(main(new_loop))
    new_loop.call_soon_threadsafe(new_loop.stop)
    thread.join()
    new_loop.close()
