"""Runs the fuzzer's programs of one thread under real CPython on a virtual clock, many in one process.

Reads one JSON object a line: {"source": what follows the prelude, "clock": "linux" or "frozen"}. Answers one a line:
{"output": what the program printed, "ending": how it ended, "time": where the clock stood, in nanoseconds}.
The first line it writes is the version. Its arguments are the path of the prelude and the folder of the agent, whose sets have an order.
"""

import asyncio
import gc
import io
import json
import math
import selectors
import signal
import sys
import threading
import time
import traceback
import types

#: How long a program may take in real time, in seconds: then the process ends itself.
PATIENCE = 30

now = 0.0
tick = 1e-9


class Endless(SystemExit):
    """The only thread would wait for ever. It is a SystemExit, so that no task keeps it; what comes after it does not count."""

    # What had been printed when it came to that, and the time then.
    first = None

    def __init__(self):
        super().__init__()
        if Endless.first is None:
            Endless.first = sys.stdout.getvalue(), now


def monotonic():
    """The virtual clock; each look at it takes a nanosecond, unless it is frozen."""
    global now
    now += tick
    return now


def sleep(seconds):
    """Stops the only thread, so that nothing but the clock goes on."""
    global now
    now += seconds


def wait(_condition, timeout=None):
    """Stands in for `threading.Condition.wait`: nobody is there to notify."""
    if timeout is None:
        raise Endless
    if timeout > 0:
        sleep(timeout)
    return False


class Poll:
    """What lies between EpollSelector and the kernel: real descriptors, virtual time in whole milliseconds."""

    def __init__(self, epoll):
        self.epoll = epoll

    def __getattr__(self, name):
        return getattr(self.epoll, name)

    def poll(self, timeout, maxevents):
        global now
        events = self.epoll.poll(0, maxevents)
        if not events and timeout < 0:
            raise Endless
        if not events and timeout > 0:
            now += math.ceil(math.ceil(timeout * 1e9) / 1e6) / 1e3
        return events


class InOrder(dict):
    """A set that is iterated in order of insertion, which is the simulator's choice where nobody chooses."""

    def add(self, element):
        self.setdefault(element)

    def discard(self, element):
        self.pop(element, None)


class LinuxSelector(selectors.EpollSelector):
    """A selector that waits in virtual time, as epoll does."""

    def __init__(self):
        super().__init__()
        self._selector = Poll(self._selector)


class FrozenSelector(selectors.EpollSelector):
    """A selector that waits exactly as long as it is asked to."""

    def select(self, timeout=None):
        global now
        events = super().select(0)
        if not events and timeout is None:
            raise Endless
        if not events and timeout > 0:
            now += timeout
        return events


def run(code, source, clock):
    """Runs one program. Returns the answer."""
    global now, tick
    now, tick = 0.0, (1e-9 if clock == "linux" else 0.0)
    selectors.DefaultSelector = LinuxSelector if clock == "linux" else FrozenSelector
    sys.stdout = output = io.StringIO()
    ending = "returned"
    Endless.first = None
    namespace = {"__name__": "__main__"}
    try:
        exec(code, namespace)
        exec(compile(source, "program.py", "exec"), namespace)
    except BaseException as error:
        ending = "raised " + traceback.format_exception_only(type(error), error)[-1].strip()
    end = now
    namespace["forget"]()
    if Endless.first is not None:
        printed, end = Endless.first
        return {"output": printed, "ending": "deadlock", "time": round(end * 1e9)}
    return {"output": output.getvalue(), "ending": ending, "time": round(end * 1e9)}


def order_combinators(agent):
    """Gives the sets of `wait` and `as_completed` the order that they have where nobody chooses."""
    sys.path.insert(0, agent)
    from interloop_agent import kernel, sets

    kernel.kernel = types.SimpleNamespace(choose=lambda _kind, _count: 0)
    sets.install_combinators(asyncio.tasks)


def main():
    real = sys.stdout
    # What a coroutine raises while it is freed is nobody's.
    sys.unraisablehook = lambda _unraisable: None
    time.monotonic = monotonic
    time.sleep = sleep
    threading.Condition.wait = wait
    if sys.version_info >= (3, 11):
        asyncio.taskgroups.set = InOrder
    order_combinators(sys.argv[2])
    with open(sys.argv[1], encoding="utf-8") as file:
        code = compile(file.read(), "prelude.py", "exec")
    exec(code, {"__name__": "__main__"})
    real.write(json.dumps(sys.version.split()[0]) + "\n")
    real.flush()
    gc.collect()
    gc.freeze()
    gc.disable()
    for line in sys.stdin:
        job = json.loads(line)
        # Whoever waits for the answer may be gone by then.
        signal.alarm(PATIENCE)
        answer = run(code, job["source"], job["clock"])
        signal.alarm(0)
        sys.stdout = real
        real.write(json.dumps(answer) + "\n")
        real.flush()


main()
