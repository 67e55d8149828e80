"""A callback that blocks its loop: timers that fall due meanwhile run late, in the order of their deadlines, in one batch."""

import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    order = []
    loop.call_later(0.03, order.append, "0.03")
    loop.call_later(0.01, lambda: loop.call_soon(order.append, "scheduled by 0.01"))
    loop.call_later(0.02, order.append, "0.02")
    time.sleep(0.06)
    loop.call_soon(order.append, "soon")
    await asyncio.sleep(0.02)
    print(order)


if __name__ == "__main__":
    asyncio.run(main())
