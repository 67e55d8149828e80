"""Cancelling the task that awaits a wrapped future cancels the coroutine in the other loop as well."""

import asyncio
import threading


async def worker(started, finished, seen):
    started.set()
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        seen.append("cancelled")
        raise
    finally:
        finished.set()


async def waiter(future):
    try:
        await asyncio.wrap_future(future)
    except asyncio.CancelledError:
        print("waiter: cancelled")
        raise


async def main(new_loop):
    started = threading.Event()
    finished = threading.Event()
    seen = []
    future = asyncio.run_coroutine_threadsafe(worker(started, finished, seen), new_loop)
    task = asyncio.create_task(waiter(future))
    started.wait()
    await asyncio.sleep(0.02)
    print("cancel:", task.cancel(), "future cancelled:", future.cancelled())
    try:
        await task
    except asyncio.CancelledError:
        print("main: the waiter is cancelled;", "future cancelled:", future.cancelled())
    finished.wait()
    print("worker:", seen)


if __name__ == "__main__":
    new_loop = asyncio.new_event_loop()
    thread = threading.Thread(target=new_loop.run_forever)
    thread.start()
    asyncio.run(main(new_loop))
    new_loop.call_soon_threadsafe(new_loop.stop)
    thread.join()
    new_loop.close()
