"""W3b: 1,000,000 timers from call_later, pushed in scattered order and then fired."""

import time

from program import check, report, scaled, shuffled
from virtual_loop import VirtualLoop

SPACING = 0.002


def main():
    timers = scaled(1_000_000)
    ranks = shuffled(timers)
    loop = VirtualLoop()
    fired = []

    def fire(rank):
        fired.append(rank)
        if len(fired) == timers:
            loop.stop()

    start = time.perf_counter()
    for rank in ranks:
        loop.call_later((rank + 1) * SPACING, fire, rank)
    loop.run_forever()
    seconds = time.perf_counter() - start

    check(fired == list(range(timers)), "the timers did not fire in the order of their deadlines")
    check(abs(loop.time() - timers * SPACING) < 0.01, f"the virtual time is {loop.time()} s, not {timers * SPACING}")
    loop.close()
    report("W3b", timers, seconds)


main()
