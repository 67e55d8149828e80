"""The coroutine suppresses its cancellation and returns a value: the submitter's future stays cancelled."""

import asyncio
import concurrent.futures
import threading


async def worker(started, finished):
    started.set()
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("worker: ignored the cancellation")
    finished.set()
    return "value"


def main():
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    started = threading.Event()
    finished = threading.Event()
    future = asyncio.run_coroutine_threadsafe(worker(started, finished), loop)
    started.wait()
    future.cancel()
    finished.wait()
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    print("cancelled:", future.cancelled(), "done:", future.done())
    try:
        print("result:", future.result())
    except concurrent.futures.CancelledError as error:
        print("result:", repr(error))
    loop.close()


if __name__ == "__main__":
    main()
