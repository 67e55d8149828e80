"""`queue` under the scheduler: the queues that the library makes of conditions, and `SimpleQueue`, which waits in C."""

import _queue
import collections
import functools
import queue
import sys

from . import kernel as _kernel, locks, methods, real
from .kernel import Gate, INF, Operation, SharedObject


# ---- queues of a lock and three conditions -------------------------------------------------------------------------------

#: The methods that are one visible operation each: what is about to be done, and how it touches the queue.
OPERATIONS = {
    "put": ("put into queue", "write"),
    "get": ("get from queue", "write"),
    "join": ("join queue", "read"),
    "task_done": ("finish task of queue", "write"),
    "qsize": ("look at queue", "read"),
    "empty": ("look at queue", "read"),
    "full": ("look at queue", "read"),
}


def install_queue():
    cls = queue.Queue

    @methods.replace(cls, "__init__")
    def __init__(original, self, *args, **keywords):
        original(self, *args, **keywords)
        if _kernel.kernel is None:
            return
        self._interloop = shared = SharedObject("queue")
        waits = {
            "not_empty": ("wait for item of queue", "write", "queue.put"),
            "not_full": ("wait for room in queue", "write", "queue.get"),
            "all_tasks_done": ("wait for tasks of queue", "read", "queue.done"),
        }
        for condition, (name, access, kind) in waits.items():
            event = functools.partial(lambda kind: (kind, {"queue": shared}), kind)
            waited = methods.Waited(shared, name, access, chooses=False, competes=True, event=event)
            getattr(self, condition)._interloop = waited

    # A queue that was made before the run is the library's own.
    cls._interloop = None
    for name, (words, access) in OPERATIONS.items():
        methods.announce(cls, name, words, access, lambda self: self._interloop)
    if not hasattr(cls, "shutdown"):
        return

    @methods.replace(cls, "shutdown")
    def shutdown(original, self, *args, **keywords):
        shared = self._interloop
        if shared is None:
            return original(self, *args, **keywords)
        _kernel.kernel.point(Operation("shut queue down", shared, "write"))
        return methods.freeing("queue.shutdown", {"queue": shared}, lambda: original(self, *args, **keywords))


# ---- simple queues --------------------------------------------------------------------------------------------------------

#: From 3.13 on, an item is given to whoever has waited longest; before, those who wait compete for a lock.
HANDS_OVER = real.MINOR >= 13


class Getter:
    """A thread that waits until an item is handed over."""

    __slots__ = ("gate", "thread", "item")

    def __init__(self, owner):
        self.gate = Gate("waiter", False)
        self.gate.owner = owner
        self.thread = _kernel.kernel.thread


class SimpleQueue:
    """Stands in for `_queue.SimpleQueue`."""

    def __init__(self):
        self._items = collections.deque()
        self._getters = collections.deque()
        gate = self._filled = Gate("simple queue", False)
        self._putting = Operation("put into simple queue", gate, "write")
        self._getting = Operation("get from simple queue", gate, "write", gate)
        self._trying = Operation("try to get from simple queue", gate, "write")
        self._looking = Operation("look at simple queue", gate)

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle '_queue.SimpleQueue' object")

    def put(self, item, block=True, timeout=None):
        kernel = _kernel.kernel
        if kernel is None:
            self._items.append(item)
            return
        kernel.point(self._putting)
        cause = self._note("queue.put")
        while self._getters:
            getter = self._getters.popleft()
            # One whose time is up may have given up already.
            if getter.thread.expired and kernel.choose("timeout", 2) == 0:
                continue
            getter.item = item
            kernel.open(getter.gate, cause)
            return
        self._items.append(item)
        kernel.open(self._filled, cause)

    def put_nowait(self, item):
        self.put(item)

    def get(self, block=True, timeout=None):
        kernel = _kernel.kernel
        deadline = INF
        if block and timeout is not None:
            if not isinstance(timeout, (int, float)):
                timeout = locks.seconds(timeout)
            locks.check_arguments((True, max(timeout, 0)), {})
            if timeout <= -1e-9:
                raise ValueError("'timeout' must be a non-negative number")
            deadline = kernel.now + max(timeout, 0)
        if HANDS_OVER or not block:
            kernel.point(self._trying)
            if not self._items:
                if block:
                    return self._receive(deadline)
                raise queue.Empty
        elif not kernel.wait_at(self._getting, deadline):
            raise queue.Empty
        item = self._items.popleft()
        if not self._items:
            kernel.close(self._filled)
        self._note("queue.get")
        return item

    def _receive(self, deadline):
        """Waits until an item is handed over."""
        kernel, getter = _kernel.kernel, Getter(self._filled)
        self._getters.append(getter)
        kernel.point(Operation("wait for item of simple queue", self._filled, "write", getter.gate), deadline)
        if getter in self._getters:
            self._getters.remove(getter)
        if not getter.gate.open:
            raise queue.Empty
        self._note("queue.get")
        return getter.item

    def _note(self, kind):
        kernel = _kernel.kernel
        return 0 if kernel.recorder is None else kernel.recorder.note(kind, 0, {"queue": kernel.label(self._filled)})

    def get_nowait(self):
        return self.get(False)

    def empty(self):
        return self.qsize() == 0

    def qsize(self):
        if _kernel.kernel is not None:
            _kernel.kernel.point(self._looking)
        return len(self._items)


def install():
    install_queue()
    SimpleQueue.__module__, SimpleQueue.__qualname__ = "_queue", "SimpleQueue"
    _queue.SimpleQueue = queue.SimpleQueue = SimpleQueue
    pools = sys.modules.get("concurrent.futures.thread")
    if pools is not None and hasattr(pools, "SimpleQueue"):
        pools.SimpleQueue = SimpleQueue
