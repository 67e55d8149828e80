"""`concurrent.futures` under the scheduler, as far as it is more than one future: `wait`, `as_completed` and thread pools.

The code is the library's own. What it waits at and what it locks are shared objects with names of their own.
"""

import atexit
import os
import sys
import threading
from concurrent.futures import _base, thread as pools

from . import kernel as _kernel, locks, methods, threads
from .kernel import Gate, INF, Operation, SharedObject

#: How many processors there are, as `src/concurrent/futures/thread.ts` of the package has it.
CPUS = 4


# ---- wait and as_completed --------------------------------------------------------------------------------------------


class FuturesGate(Gate):
    """Where a thread waits for several futures: it waits for the first of them that is not over."""

    __slots__ = ("futures",)

    def __init__(self):
        self.futures = ()
        Gate.__init__(self, "concurrent futures", False)

    @property
    def owner(self):
        return next((f._interloop for f in self.futures if f._state not in _OVER), None)

    @owner.setter
    def owner(self, owner):
        """Nobody else holds it."""


_OVER = (_base.CANCELLED_AND_NOTIFIED, _base.FINISHED)


class Told:
    """Stands in for the event of a waiter: its wait is one operation."""

    __slots__ = ("gate", "waiting")

    def __init__(self):
        self.gate = FuturesGate()
        self.waiting = Operation("wait for concurrent futures", self.gate, "write", self.gate)

    def set(self):
        kernel = _kernel.kernel
        kernel.open(self.gate, kernel.thread.cause)

    def clear(self):
        _kernel.kernel.close(self.gate)

    def wait(self, timeout=None):
        kernel, deadline = _kernel.kernel, INF
        if timeout is not None:
            if not self.gate.open and timeout > 0:
                locks.check_arguments((True, timeout), {})
            deadline = kernel.now + max(timeout, 0)
        kernel.point(self.waiting, deadline)
        return self.gate.open


def number(future):
    """The number of a future by creation; 0 for what is none."""
    shared = getattr(future, "_interloop", None)
    return shared.number if isinstance(shared, SharedObject) else 0


def install_waiting():
    @methods.replace(_base._Waiter, "__init__")
    def __init__(original, self):
        self.event = Told()
        self.finished_futures = []

    original = _base._create_and_install_waiters

    def _create_and_install_waiters(fs, return_when):
        waiter = original(fs, return_when)
        waiter.event.gate.futures = list(getattr(fs, "_order", fs))
        return waiter

    methods.rename(_create_and_install_waiters, original)
    _base._create_and_install_waiters = _create_and_install_waiters

    @methods.replace(_base._AcquireFutures, "__init__")
    def acquire_futures(original, self, futures):
        self.futures = sorted(futures, key=number)

    @methods.replace(_base._AcquireFutures, "__enter__")
    def __enter__(original, self):
        if self.futures:
            shared = getattr(self.futures[0], "_interloop", None)
            _kernel.kernel.point(Operation("look at concurrent futures", shared, "write"))
        return original(self)


# ---- pools ------------------------------------------------------------------------------------------------------------


class PoolLock(locks.Lock):
    """A lock of the library that is held while a thread is started, so that others can come and find it held."""

    __slots__ = ("announced",)

    def __init__(self, kind, announced):
        self.quiet, self.announced = True, announced
        gate = self.gate = Gate(kind, True) if announced else locks.unnumbered(kind, True)
        self.taking = Operation("acquire " + kind, gate, "write", gate)

    def acquire(self, *args, **keywords):
        kernel = _kernel.kernel
        if kernel is None or not (self.announced and self.gate.open):
            return locks.Lock.acquire(self, *args, **keywords)
        kernel.wait_at(self.taking)
        self._taken()
        return True

    __enter__ = acquire


class Queues(dict):
    """The queues of all workers. Those that have ended do not count: when they are forgotten is a matter of memory."""

    def items(self):
        return [(t, q) for t, q in dict.items(self) if not threads.places_of(t).ended.open]


class Workers(set):
    """The threads of a pool, in order of their start."""

    def __init__(self):
        set.__init__(self)
        self._order = []

    def add(self, thread):
        set.add(self, thread)
        self._order.append(thread)

    def __iter__(self):
        return iter(list(self._order))


Workers.__module__, Workers.__name__, Workers.__qualname__ = "builtins", "set", "set"

SHUT_DOWN = Operation("shut executors down", None, "write")


def install_pools():
    executor = pools.ThreadPoolExecutor
    pools.set = Workers
    pools._threads_queues = Queues()
    pools._global_shutdown_lock = PoolLock("global executor lock", False)

    @methods.replace(executor, "__init__")
    def __init__(original, self, *args, **keywords):
        original(self, *args, **keywords)
        self._shutdown_lock = PoolLock("executor lock", True)
        _kernel.kernel.executors = True

    @methods.replace(executor, "shutdown")
    def shutdown(original, self, *args, **keywords):
        original(self, *args, **keywords)
        self._work_queue._interloop_over = True

    install_exit()
    install_freeing()


def install_exit():
    """The end of all pools is a visible operation in programs that have some."""
    original = pools._python_exit

    def _python_exit():
        if _kernel.kernel.executors:
            _kernel.kernel.point(SHUT_DOWN)
        original()

    methods.rename(_python_exit, original)
    pools._python_exit = _python_exit
    registered = getattr(threading, "_threading_atexits", None)
    if registered is not None:
        registered[:] = [_python_exit if calls(called, original) else called for called in registered]
        return
    atexit.unregister(original)
    atexit.register(_python_exit)


def calls(registered, function):
    """Whether what is called at the end calls a function: it is a partial one up to 3.12, and a lambda later."""
    cells = [cell.cell_contents for cell in getattr(registered, "__closure__", None) or ()]
    return getattr(registered, "func", None) is function or function in cells


def install_freeing():
    """A pool that is freed wakes its workers; where it was shut down before, they have been woken already."""
    simple = pools.queue.SimpleQueue

    @methods.replace(simple, "put")
    def put(original, self, item, *args, **keywords):
        if sys._getframe(2).f_code.co_name != "weakref_cb":
            return original(self, item, *args, **keywords)
        kernel = _kernel.kernel
        if kernel is None or getattr(self, "_interloop_over", False):
            return None
        before, kernel.thread.silent = kernel.thread.silent, True
        try:
            return original(self, item)
        finally:
            kernel.thread.silent = before


def install_processors():
    def count():
        return CPUS

    for name in ("cpu_count", "process_cpu_count"):
        if hasattr(os, name):
            setattr(os, name, count)


def install():
    install_waiting()
    install_pools()
    install_processors()
