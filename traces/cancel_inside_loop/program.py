"""The task is cancelled inside the loop's own thread: the submitter's result() raises CancelledError."""

import asyncio
import concurrent.futures
import threading


async def worker():
    task = asyncio.current_task()
    asyncio.get_running_loop().call_later(0.05, task.cancel)
    try:
        await asyncio.sleep(10)
    finally:
        print("worker: leaving")


def main():
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    future = asyncio.run_coroutine_threadsafe(worker(), loop)
    try:
        future.result()
    except concurrent.futures.CancelledError as error:
        print("result:", repr(error), isinstance(error, Exception), isinstance(error, asyncio.CancelledError))
    print("cancelled:", future.cancelled(), "done:", future.done())
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


if __name__ == "__main__":
    main()
