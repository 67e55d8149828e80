"""W2: 10,000 tasks that each do sleep(0) a hundred times."""

import asyncio
import time

from program import check, report, scaled
from virtual_loop import VirtualLoop

ROUNDS = 100


def main():
    tasks = scaled(10_000)
    loop = VirtualLoop()
    slept = 0
    finished = []

    async def spin(index):
        nonlocal slept
        for _ in range(ROUNDS):
            await asyncio.sleep(0)
            slept += 1
        finished.append(index)

    async def program():
        for task in [asyncio.create_task(spin(index)) for index in range(tasks)]:
            await task

    start = time.perf_counter()
    loop.run_until_complete(program())
    seconds = time.perf_counter() - start

    operations = tasks * ROUNDS
    check(slept == operations, f"{slept} sleeps ended, not {operations}")
    check(finished == list(range(tasks)), "the tasks did not finish in the order of their creation")
    check(loop.time() == 0.0, f"the virtual time is {loop.time()} s, not 0")
    loop.close()
    report("W2", operations, seconds)


main()
