"""The submitter cancels a coroutine that waits: result() raises at once, the coroutine sees CancelledError."""

import asyncio
import concurrent.futures
import threading


async def worker(started, finished):
    started.set()
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("worker:", repr(error))
        raise
    finally:
        finished.set()


def main():
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    started = threading.Event()
    finished = threading.Event()
    future = asyncio.run_coroutine_threadsafe(worker(started, finished), loop)
    started.wait()
    print("running:", future.running(), "done:", future.done())
    cancelled = future.cancel()
    finished.wait()
    print("cancel:", cancelled)
    try:
        future.result()
    except concurrent.futures.CancelledError as error:
        print("result:", repr(error))
    print("cancel again:", future.cancel())
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


if __name__ == "__main__":
    main()
