"""W4: a consumer awaits 200,000 fresh futures in turn; a producer completes each and does sleep(0)."""

import asyncio
import time

from program import check, report, scaled
from virtual_loop import VirtualLoop


def main():
    operations = scaled(200_000)
    loop = VirtualLoop()
    pending = None
    total = 0

    async def consumer():
        nonlocal pending, total
        for _ in range(operations):
            pending = loop.create_future()
            total += await pending

    async def producer():
        for value in range(operations):
            pending.set_result(value)
            await asyncio.sleep(0)

    async def program():
        consuming = asyncio.create_task(consumer())
        producing = asyncio.create_task(producer())
        await consuming
        await producing

    start = time.perf_counter()
    loop.run_until_complete(program())
    seconds = time.perf_counter() - start

    expected = operations * (operations - 1) // 2
    check(total == expected, f"the values add up to {total}, not to {expected}")
    check(loop.time() == 0.0, f"the virtual time is {loop.time()} s, not 0")
    loop.close()
    report("W4", operations, seconds)


main()
