"""asyncio.run waits for the default executor's jobs from 3.9 on; before, it only closes the loop and they end later."""

import asyncio
import threading
import time


def work(label, delay):
    time.sleep(delay)
    print("worked", label)


async def main():
    loop = asyncio.get_running_loop()
    loop.run_in_executor(None, work, "a", 0.02)
    loop.run_in_executor(None, work, "b", 0.03)
    await asyncio.sleep(0.01)
    print("main ends")


if __name__ == "__main__":
    asyncio.run(main())
    print("run has returned", threading.active_count())
    time.sleep(0.03)
    print("the end", threading.active_count())
