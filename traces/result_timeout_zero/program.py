"""future.result with a timeout of zero or below asks once; a later result() still gets the value."""

import asyncio
import concurrent.futures
import threading


async def worker():
    await asyncio.sleep(0.05)
    return 42


def main():
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    future = asyncio.run_coroutine_threadsafe(worker(), loop)
    for timeout in (0, -1):
        try:
            future.result(timeout)
        except concurrent.futures.TimeoutError as error:
            print(timeout, repr(error), error.args)
    print("result:", future.result(5), future.result(0))
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


if __name__ == "__main__":
    main()
