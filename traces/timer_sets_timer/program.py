"""A timer that sets a timer of zero delay: it runs one iteration later, not in the same one."""

import asyncio


def chain(loop, order, depth):
    order.append(depth)
    loop.call_soon(order.append, f"soon {depth}")
    if depth:
        loop.call_later(0, chain, loop, order, depth - 1)


async def main():
    order = []
    chain(asyncio.get_running_loop(), order, 3)
    await asyncio.sleep(0.02)
    print(order)


if __name__ == "__main__":
    asyncio.run(main())
