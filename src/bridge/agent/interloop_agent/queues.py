"""`queue.SimpleQueue` under the scheduler: its own waits in C."""

import _queue
import collections
import queue
import sys

from . import kernel as _kernel, locks
from .kernel import Gate, INF, Operation


class SimpleQueue:
    """Stands in for `_queue.SimpleQueue`."""

    def __init__(self):
        self._items = collections.deque()
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
        self._items.append(item)
        kernel.open(self._filled)

    def put_nowait(self, item):
        self.put(item)

    def get(self, block=True, timeout=None):
        kernel = _kernel.kernel
        if block and timeout is not None:
            if not isinstance(timeout, (int, float)):
                timeout = locks.seconds(timeout)
            if timeout < 0:
                raise ValueError("'timeout' must be a non-negative number")
            locks.check_arguments((True, timeout), {})
        if not block:
            kernel.point(self._trying)
            if not self._items:
                raise queue.Empty
        elif not kernel.wait_at(self._getting, INF if timeout is None else kernel.now + timeout):
            raise queue.Empty
        item = self._items.popleft()
        if not self._items:
            kernel.close(self._filled)
        return item

    def get_nowait(self):
        return self.get(False)

    def empty(self):
        return self.qsize() == 0

    def qsize(self):
        if _kernel.kernel is not None:
            _kernel.kernel.point(self._looking)
        return len(self._items)


def install():
    SimpleQueue.__module__, SimpleQueue.__qualname__ = "_queue", "SimpleQueue"
    _queue.SimpleQueue = queue.SimpleQueue = SimpleQueue
    pools = sys.modules.get("concurrent.futures.thread")
    if pools is not None and hasattr(pools, "SimpleQueue"):
        pools.SimpleQueue = SimpleQueue
