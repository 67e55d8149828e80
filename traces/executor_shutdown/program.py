"""loop.shutdown_default_executor waits for the threads in a thread of its own, while the loop goes on."""
# recorder: python>=3.9

import asyncio
import threading
import time


def work(label, delay):
    time.sleep(delay)
    print("worked", label)


async def tick():
    for _ in range(3):
        await asyncio.sleep(0.04)
        print("tick", sorted(thread.name for thread in threading.enumerate()))


async def main():
    loop = asyncio.get_running_loop()
    for label, delay in (("a", 0.02), ("b", 0.1)):
        loop.run_in_executor(None, work, label, delay)
    task = asyncio.create_task(tick())
    await loop.shutdown_default_executor()
    print("shut down", threading.active_count())
    try:
        loop.run_in_executor(None, work, "late", 0)
    except RuntimeError as error:
        print(error)
    await loop.shutdown_default_executor()
    await task


if __name__ == "__main__":
    asyncio.run(main())
    print(threading.Thread().name)
