"""W1: a chain of callbacks, each scheduling the next with call_soon."""

import time

from program import check, report, scaled
from virtual_loop import VirtualLoop


def main():
    operations = scaled(1_000_000)
    loop = VirtualLoop()
    called = 0

    def step():
        nonlocal called
        called += 1
        if called == operations:
            loop.stop()
        else:
            loop.call_soon(step)

    start = time.perf_counter()
    loop.call_soon(step)
    loop.run_forever()
    seconds = time.perf_counter() - start

    check(called == operations, f"{called} callbacks ran, not {operations}")
    check(loop.time() == 0.0, f"the virtual time is {loop.time()} s, not 0")
    loop.close()
    report("W1", operations, seconds)


main()
