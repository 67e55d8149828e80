"""What every benchmark program on CPython shares: its size, its order of delays, its check and its report."""

import json
import os
import sys


def scaled(operations):
    """Return `operations` times the scale given as the first argument (1 without one), at least 1."""
    scale = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    return max(1, round(operations * scale))


def shuffled(count):
    """Return the numbers 0 … count − 1 in an order that is scattered and always the same.

    A Fisher–Yates shuffle fed by the "minimal standard" generator of Park and Miller, which the TypeScript programs
    repeat, so that both sides push the same deadlines in the same order.
    """
    order = list(range(count))
    state = 1
    for index in range(count - 1, 0, -1):
        state = state * 16807 % 2147483647
        other = state % (index + 1)
        order[index], order[other] = order[other], order[index]
    return order


def check(holds, message):
    """End the program with `message` on standard error and exit code 1 unless `holds` is true."""
    if not holds:
        sys.exit("the benchmark computed a wrong result: " + message)


def resident_bytes():
    """Return the bytes of memory that this process holds now (on systems without /proc: the most it ever held)."""
    try:
        with open("/proc/self/statm") as statm:
            return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        import resource

        unit = 1 if sys.platform == "darwin" else 1024
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def report(name, operations, seconds, **more):
    """Print the one JSON line that the runner reads; `more` may hold `bytes`, the memory of all operations together."""
    print(json.dumps({"name": name, "operations": operations, "seconds": seconds, **more}))
