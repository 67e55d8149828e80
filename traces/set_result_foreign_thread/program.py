"""set_result from a foreign thread does not wake the loop: the waiting task notices at the next timer."""

import asyncio
import threading
import time


def foreign(future, order):
    time.sleep(0.05)
    future.set_result("value")
    order.append("set")


async def main():
    loop = asyncio.get_running_loop()
    order = []
    future = loop.create_future()
    loop.call_later(0.2, order.append, "timer")
    threading.Thread(target=foreign, args=(future, order)).start()
    order.append(await future)
    for line in order:
        print(line)


if __name__ == "__main__":
    asyncio.run(main())
