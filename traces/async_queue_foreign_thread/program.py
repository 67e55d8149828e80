"""A thread puts into a queue of another's loop: what it wakes goes on only when the loop wakes for another reason, or through call_soon_threadsafe."""

import asyncio
import threading
import time


def unsafe(queue):
    time.sleep(0.01)
    queue.put_nowait("unsafe")
    print("put", queue)


def safe(loop, queue):
    time.sleep(0.01)
    loop.call_soon_threadsafe(queue.put_nowait, "safe")


async def get(queue):
    start = time.monotonic()
    item = await queue.get()
    print("got", item, "late" if time.monotonic() - start > 0.3 else "soon")


async def main():
    queue = asyncio.Queue()
    loop = asyncio.get_running_loop()
    for target, args in (unsafe, (queue,)), (safe, (loop, queue)):
        timer = loop.call_later(0.5, print, "timer")
        thread = threading.Thread(target=target, args=args)
        thread.start()
        await get(queue)
        timer.cancel()
        thread.join()


if __name__ == "__main__":
    asyncio.run(main())
