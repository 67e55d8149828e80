"""A submitted coroutine raises: result() raises the same exception object in the submitter's thread."""

import asyncio
import threading


async def worker():
    await asyncio.sleep(0)
    raise ValueError("worker failed")


def main():
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    future = asyncio.run_coroutine_threadsafe(worker(), loop)
    first = None
    try:
        future.result()
    except ValueError as error:
        first = error
        print("result:", repr(error))
    print("exception:", repr(future.exception()), future.exception() is first)
    print("done:", future.done(), "cancelled:", future.cancelled(), "running:", future.running())
    try:
        future.result()
    except ValueError as error:
        print("again:", error is first)
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


if __name__ == "__main__":
    main()
