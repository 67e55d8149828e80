"""task.cancel() from a foreign thread does not wake the loop; through call_soon_threadsafe it does."""

import asyncio
import threading
import time


async def worker(order):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        order.append("cancelled")


def foreign(task, order):
    time.sleep(0.05)
    task.cancel()
    order.append("cancel() called")


async def main():
    loop = asyncio.get_running_loop()
    order = []
    task = asyncio.create_task(worker(order))
    loop.call_later(0.2, order.append, "timer")
    threading.Thread(target=foreign, args=(task, order)).start()
    await task
    print(order)


if __name__ == "__main__":
    asyncio.run(main())
