"""A callback cancels another one of the same batch, a timer that has fallen due, and itself."""

import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    order = []
    handles = []

    def cancels():
        order.append("cancels")
        for handle in handles:
            handle.cancel()

    loop.call_soon(cancels)
    handles.append(loop.call_soon(order.append, "same batch, never run"))
    first = loop.call_later(0.01, lambda: (order.append("first timer"), second.cancel()))
    second = loop.call_later(0.015, order.append, "second timer, never run")
    time.sleep(0.03)
    await asyncio.sleep(0.02)
    print(order, first.cancelled(), second.cancelled())


if __name__ == "__main__":
    asyncio.run(main())
