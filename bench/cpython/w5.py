"""W5: 100,000 tasks that end early: half are cancelled, half run into the timeout of wait_for."""

import asyncio
import time

from program import check, report, scaled
from virtual_loop import VirtualLoop


def main():
    half = scaled(50_000)
    loop = VirtualLoop()
    cancelled = 0
    timed_out = 0

    async def sleeper():
        nonlocal cancelled
        try:
            await asyncio.sleep(1000)
        except asyncio.CancelledError:
            cancelled += 1
            raise

    async def waiter(limit):
        nonlocal timed_out
        try:
            await asyncio.wait_for(asyncio.sleep(1000), limit)
        except asyncio.TimeoutError:
            timed_out += 1

    async def program():
        sleepers = [asyncio.create_task(sleeper()) for _ in range(half)]
        waiters = [asyncio.create_task(waiter(10 + index % 1000 / 1000)) for index in range(half)]
        await asyncio.sleep(1)
        for task in sleepers:
            task.cancel()
        await asyncio.sleep(20)
        ended = sum(task.cancelled() for task in sleepers) + sum(task.done() for task in waiters)
        check(ended == 2 * half, f"{ended} tasks ended as they should, not {2 * half}")

    start = time.perf_counter()
    loop.run_until_complete(program())
    seconds = time.perf_counter() - start

    check(cancelled == half, f"{cancelled} tasks caught their cancellation, not {half}")
    check(timed_out == half, f"{timed_out} tasks caught their timeout, not {half}")
    check(abs(loop.time() - 21.0) < 0.01, f"the virtual time is {loop.time()} s, not 21")
    loop.close()
    report("W5", 2 * half, seconds)


main()
