"""loop.run_in_executor: the default executor's threads, results, failures, an executor of one's own, and when the loop goes on meanwhile."""

import asyncio
import concurrent.futures
import threading
import time


def work(label, delay=0.06):
    time.sleep(delay)
    return f"{label} by {threading.current_thread().name}"


def fail():
    raise ValueError("failed in a thread")


def cancel():
    raise concurrent.futures.CancelledError()


async def tick(count):
    for at in range(count):
        print("tick", at)
        await asyncio.sleep(0.04)


async def main():
    loop = asyncio.get_running_loop()
    ticking = asyncio.create_task(tick(3))
    print(await loop.run_in_executor(None, work, "one"))
    futures = [loop.run_in_executor(None, work, label, delay) for label, delay in (("two", 0.06), ("three", 0.02))]
    print(type(futures[0]).__name__, len(await asyncio.gather(*futures)))
    with concurrent.futures.ThreadPoolExecutor(1, "mine") as executor:
        print(await loop.run_in_executor(executor, work, "four", 0))
    for function in (fail, cancel):
        try:
            await loop.run_in_executor(None, function)
        except (Exception, asyncio.CancelledError) as error:
            print(repr(error))
    await ticking


if __name__ == "__main__":
    asyncio.run(main())
    time.sleep(0.03)
    print(threading.active_count())
