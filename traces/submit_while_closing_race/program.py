"""One thread submits while the other stops and closes the loop: an error, or a submission that is lost."""
# recorder: repeats=100

import asyncio
import concurrent.futures
import threading


async def worker():
    return "value"


def runner(loop):
    loop.run_forever()
    loop.close()


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=runner, args=(loop,))
    thread.start()
    loop.call_soon_threadsafe(loop.stop)
    coroutine = worker()
    try:
        future = asyncio.run_coroutine_threadsafe(coroutine, loop)
        print("result:", future.result(timeout=0.1))
    except concurrent.futures.TimeoutError:
        print("lost: no result")
    except RuntimeError as error:
        print("RuntimeError:", error)
    coroutine.close()
    thread.join()
