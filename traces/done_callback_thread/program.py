"""Which thread runs a callback of the returned future: the one that completes it, or the one that adds it late."""

import asyncio
import threading
import time


def report(label):
    print(label, "in", threading.current_thread().name)


async def worker(delay):
    await asyncio.sleep(delay)


def main():
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, name="Loop")
    thread.start()
    future = asyncio.run_coroutine_threadsafe(worker(0.05), loop)
    future.add_done_callback(lambda future: report("first"))
    future.add_done_callback(lambda future: report("second"))
    time.sleep(0.1)
    future.add_done_callback(lambda future: report("late"))
    cancelled = asyncio.run_coroutine_threadsafe(worker(10), loop)
    cancelled.add_done_callback(lambda future: report("cancelled"))
    cancelled.cancel()
    time.sleep(0.05)
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


if __name__ == "__main__":
    main()
