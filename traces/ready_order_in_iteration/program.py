"""In one iteration: what was scheduled before the sleep, then what a thread sent during it, then the due timers."""

import asyncio
import threading
import time


def sender(loop, order):
    loop.call_soon_threadsafe(order.append, "from the thread")


async def main():
    loop = asyncio.get_running_loop()
    order = []
    loop.call_later(0.03, order.append, "timer")
    loop.call_soon(order.append, "soon")
    thread = threading.Thread(target=sender, args=(loop, order))
    thread.start()
    time.sleep(0.06)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    thread.join()
    print(order)


if __name__ == "__main__":
    asyncio.run(main())
