"""call_soon_threadsafe(loop.stop) while a task still waits: the task is left pending, and freed so at exit."""

import asyncio
import threading


async def worker(started):
    started.set()
    try:
        await asyncio.sleep(10)
        print("never printed")
    finally:
        print("worker: finally")


def main():
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    started = threading.Event()
    future = asyncio.run_coroutine_threadsafe(worker(started), loop)
    started.wait()
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    print("stopped; tasks left:", len(asyncio.all_tasks(loop)), "future done:", future.done())
    loop.close()
    print("closed; tasks left:", len(asyncio.all_tasks(loop)))


if __name__ == "__main__":
    main()
