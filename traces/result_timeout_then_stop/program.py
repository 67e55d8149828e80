"""As result_timeout, but the submitter stops the loop at once: the worker may never learn of its cancellation."""
# recorder: repeats=70

import asyncio
import concurrent.futures
import threading


async def worker():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("worker: cancelled")
        raise


def main():
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    future = asyncio.run_coroutine_threadsafe(worker(), loop)
    try:
        future.result(timeout=0.05)
    except concurrent.futures.TimeoutError:
        print("result: timed out")
    future.cancel()
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    print("stopped; tasks left:", len(asyncio.all_tasks(loop)))


if __name__ == "__main__":
    main()
