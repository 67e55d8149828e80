"""The coroutine finishes while the submitter cancels: the submitter sees a value or a cancellation, never both."""
# recorder: repeats=70

import asyncio
import concurrent.futures
import threading


async def worker(started):
    started.set()
    return "value"


def main():
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    started = threading.Event()
    future = asyncio.run_coroutine_threadsafe(worker(started), loop)
    started.wait()
    cancelled = future.cancel()
    try:
        outcome = future.result()
    except concurrent.futures.CancelledError:
        outcome = "cancelled"
    print(cancelled, outcome)
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


if __name__ == "__main__":
    main()
