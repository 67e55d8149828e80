"""How long the selector of real CPython waits, by the machine's own clock: see spec/judge.py.

Questions: timeouts in microseconds. Answers: milliseconds, the shortest of several waits without its fraction.
"""

import selectors
import time

TIMEOUTS = [1000 * milliseconds for milliseconds in range(1, 65)]
TIMEOUTS += [1, 100, 999, 1001, 8001, 8500, 8999, 9001, 10100, 12900, 13100]


def wait(microseconds):
    with selectors.EpollSelector() as selector:
        start = time.monotonic()
        selector.select(microseconds / 1e6)
        return time.monotonic() - start


def answers():
    return [[str(us), int(1000 * min(wait(us) for _ in range(8)))] for us in TIMEOUTS]
