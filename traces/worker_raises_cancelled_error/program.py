"""A submitted coroutine raises CancelledError by itself, asyncio's or that of concurrent.futures."""

import asyncio
import concurrent.futures
import threading


async def raises(error):
    raise error


def submit(loop, error):
    future = asyncio.run_coroutine_threadsafe(raises(error), loop)
    try:
        future.result()
    except concurrent.futures.CancelledError as caught:
        print("concurrent CancelledError", caught.args, caught is error, "cancelled:", future.cancelled())
    except asyncio.CancelledError as caught:
        print("asyncio CancelledError", caught.args, caught is error, "cancelled:", future.cancelled())


def main():
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    submit(loop, asyncio.CancelledError("from asyncio"))
    submit(loop, concurrent.futures.CancelledError("from concurrent.futures"))
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


if __name__ == "__main__":
    main()
