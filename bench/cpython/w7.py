"""W7: 100,000 round trips from a loop to the loop of another thread and back.

The two threads are real: a loop with nothing to do stops its thread until the other loop wakes it.
"""

import asyncio
import threading
import time

from program import check, report, scaled
from virtual_loop import CrossThreadLoop


def main():
    operations = scaled(100_000)
    loop_a = CrossThreadLoop()
    loop_b = CrossThreadLoop()

    async def echo(value):
        return value

    async def program():
        total = 0
        for value in range(operations):
            total += await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(echo(value), loop_b))
        return total

    thread = threading.Thread(target=loop_b.run_forever)
    thread.start()
    start = time.perf_counter()
    total = loop_a.run_until_complete(program())
    seconds = time.perf_counter() - start
    loop_b.call_soon_threadsafe(loop_b.stop)
    thread.join()

    expected = operations * (operations - 1) // 2
    check(total == expected, f"the values add up to {total}, not to {expected}")
    loop_a.close()
    loop_b.close()
    report("W7", operations, seconds)


main()
