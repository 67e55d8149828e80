"""A thread holds a lock while it waits for a coroutine that needs that lock: the loop's thread stops with it."""
# recorder: hangs

import asyncio
import threading


async def worker(lock):
    print("worker wants the lock")
    with lock:
        print("never printed")


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, name="Loop").start()
    lock = threading.Lock()
    with lock:
        print("main has the lock")
        asyncio.run_coroutine_threadsafe(worker(lock), loop).result()
