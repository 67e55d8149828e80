"""Timers in the past run in the order of their deadlines, after the callbacks that are already scheduled."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    order = []
    now = loop.time()
    loop.call_at(now - 1, order.append, "1 ago")
    loop.call_at(now - 3, order.append, "3 ago")
    loop.call_at(now - 2, loop.call_soon, order.append, "scheduled by 2 ago")
    loop.call_at(now - 10, order.append, "10 ago")
    loop.call_soon(order.append, "soon")
    await asyncio.sleep(0.02)
    print(order)


if __name__ == "__main__":
    asyncio.run(main())
