"""W6: 1,000,000 tasks inside sleep(3600): the time to get there and the memory that they hold."""

import asyncio
import os
import sys
import time

from program import check, report, resident_bytes, scaled
from virtual_loop import VirtualLoop


def main():
    count = scaled(1_000_000)
    loop = VirtualLoop()
    asleep = 0

    async def sleeper():
        nonlocal asleep
        asleep += 1
        await asyncio.sleep(3600)

    async def program():
        before = resident_bytes()
        start = time.perf_counter()
        tasks = [asyncio.create_task(sleeper()) for _ in range(count)]
        await asyncio.sleep(0)
        seconds = time.perf_counter() - start
        held = resident_bytes() - before
        check(asleep == count, f"{asleep} tasks sleep, not {count}")
        await asyncio.sleep(3599)
        check(not any(task.done() for task in tasks), "a task ended early")
        check(loop.time() == 3599.0, f"the virtual time is {loop.time()} s, not 3599")
        report("W6", count, seconds, bytes=held)
        # Waking a million tasks is not part of the measurement, so the process ends here.
        sys.stdout.flush()
        os._exit(0)

    loop.run_until_complete(program())


main()
