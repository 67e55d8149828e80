"""W3a: 200,000 tasks that sleep once each, for 0.001 … 1000 s in scattered order."""

import asyncio
import time

from program import check, report, scaled, shuffled
from virtual_loop import VirtualLoop

SHORTEST = 0.001
LONGEST = 1000.0


def main():
    tasks = scaled(200_000)
    ranks = shuffled(tasks)
    spacing = (LONGEST - SHORTEST) / max(1, tasks - 1)
    loop = VirtualLoop()
    woken = []

    async def sleeper(rank):
        await asyncio.sleep(SHORTEST + rank * spacing)
        woken.append(rank)

    async def program():
        for task in [asyncio.create_task(sleeper(rank)) for rank in ranks]:
            await task

    start = time.perf_counter()
    loop.run_until_complete(program())
    seconds = time.perf_counter() - start

    check(woken == list(range(tasks)), "the tasks did not wake in the order of their deadlines")
    last = SHORTEST + (tasks - 1) * spacing
    check(abs(loop.time() - last) < 0.01, f"the virtual time is {loop.time()} s, not {last}")
    loop.close()
    report("W3a", tasks, seconds)


main()
