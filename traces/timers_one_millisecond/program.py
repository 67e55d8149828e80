"""Timers that fall due within one millisecond run in one batch, because the selector counts in milliseconds."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    order = []

    def first():
        order.append("A")
        loop.call_soon(order.append, "a")

    now = loop.time()
    loop.call_at(now + 0.0202, first)
    loop.call_at(now + 0.0204, order.append, "B")
    loop.call_at(now + 0.03, order.append, "C")
    await asyncio.sleep(0.05)
    print(order)


if __name__ == "__main__":
    asyncio.run(main())
