"""future.result(timeout) times out; the submitter then cancels the coroutine, which gets to clean up."""

import asyncio
import concurrent.futures
import threading


async def worker(finished):
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
    finished = threading.Event()
    future = asyncio.run_coroutine_threadsafe(worker(finished), loop)
    try:
        future.result(timeout=0.05)
    except concurrent.futures.TimeoutError as error:
        print("result:", repr(error))
    else:
        print("result: no timeout")
    cancelled = future.cancel()
    finished.wait()
    print("cancel:", cancelled, "cancelled:", future.cancelled(), "done:", future.done())
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


if __name__ == "__main__":
    main()
