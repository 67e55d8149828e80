"""The same delays in two loops and in a plain thread: they end in the order of their deadlines."""

import asyncio
import threading
import time


async def sleeps(delay, order):
    await asyncio.sleep(delay)
    order.append(delay)


def plain(delay, order):
    time.sleep(delay)
    order.append(delay)


if __name__ == "__main__":
    order = []
    threads = [
        threading.Thread(target=asyncio.run, args=(sleeps(0.25, order),)),
        threading.Thread(target=plain, args=(0.15, order)),
        threading.Thread(target=asyncio.run, args=(sleeps(0.05, order),)),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(order)
