"""As stop_with_pending_task, but the loop is never closed."""

import asyncio
import threading


async def worker(started):
    started.set()
    try:
        await asyncio.sleep(10)
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
    print("stopped; future done:", future.done())


if __name__ == "__main__":
    main()
