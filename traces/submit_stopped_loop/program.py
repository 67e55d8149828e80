"""A submission to a stopped loop waits until the loop runs again."""

import asyncio
import concurrent.futures
import threading


async def worker():
    print("worker runs")
    return 42


def main():
    loop = asyncio.new_event_loop()
    loop.call_soon(loop.stop)
    loop.run_forever()
    print("running:", loop.is_running(), "closed:", loop.is_closed())
    future = asyncio.run_coroutine_threadsafe(worker(), loop)
    try:
        future.result(timeout=0.05)
    except concurrent.futures.TimeoutError:
        print("no result: the loop does not run")
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    print("result:", future.result())
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


if __name__ == "__main__":
    main()
