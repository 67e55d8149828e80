"""A loop is closed while its executor's threads are at work: close waits for nobody, and the result is dropped (up to 3.9 it fails)."""

import asyncio
import threading
import time


def work(label):
    time.sleep(0.02)
    print("worked", label)
    return label


def fail():
    time.sleep(0.03)
    raise ValueError("failed")


async def main(cancelled):
    loop = asyncio.get_running_loop()
    future = loop.run_in_executor(None, work, "cancelled" if cancelled else "kept")
    loop.run_in_executor(None, fail)
    await asyncio.sleep(0.01)
    if cancelled:
        future.cancel()


def run(cancelled):
    loop = asyncio.new_event_loop()
    loop.run_until_complete(main(cancelled))
    loop.close()
    print("closed", threading.active_count())
    time.sleep(0.05)
    print(threading.active_count(), "thread")


if __name__ == "__main__":
    run(False)
    run(True)
