"""After cancel() the submitter and the cancelled worker both print: their order is not fixed."""
# recorder: repeats=70

import asyncio
import concurrent.futures
import threading


async def worker(started, finished):
    started.set()
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("worker: cancelled")
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
    print("cancel:", future.cancel())
    try:
        future.result()
    except concurrent.futures.CancelledError:
        print("result: cancelled")
    finished.wait()
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


if __name__ == "__main__":
    main()
