"""`threading.Lock` and `threading.RLock` under the scheduler, and the locks that a condition's waiters are stopped at.

A lock that the program makes is a shared object: taking it and giving it back are visible operations. A lock that the standard library
makes for itself is *quiet*: no code of the program runs while it is held, so what it protects is one operation, which the patched
method announces (see `methods`). A quiet lock still stops whoever finds it held.
"""

import os
import sys
import sysconfig

from . import kernel as _kernel, real
from .kernel import Gate, INF, Operation

#: The longest timeout that a lock takes, in seconds.
TIMEOUT_MAX = 9223372036.0

_LIBRARY = (sysconfig.get_paths()["stdlib"], "<frozen")
_AGENT = os.path.dirname(__file__)
_SITE = ("site-packages", "dist-packages")
#: Code objects through which others make locks: their callers count.
transparent = set()
_from_library = {}


def made_by_library(depth):
    """Whether the caller `depth` frames up belongs to the standard library."""
    frame = sys._getframe(depth + 1)
    while frame.f_code in transparent or frame.f_code.co_filename.startswith(_AGENT):
        frame = frame.f_back
    code = frame.f_code
    known = _from_library.get(code)
    if known is None:
        name = code.co_filename
        known = name.startswith(_LIBRARY) and not any(site in name for site in _SITE)
        _from_library[code] = known
    return known


def unnumbered(kind, is_open):
    """A gate that takes no number: no label must depend on what the library does inside."""
    gate = Gate.__new__(Gate)
    gate.kind, gate.number, gate.owner, gate.open, gate.waiters = kind, 0, None, is_open, []
    return gate


_judge = real.allocate_lock()


def check_arguments(args, keywords):
    """Raises what a real lock raises for wrong arguments. Returns (blocking, deadline)."""
    _judge.acquire(*args, **keywords)
    _judge.release()
    blocking, timeout = dict(zip(("blocking", "timeout"), args), **keywords).get("blocking", True), -1
    if len(args) > 1:
        timeout = args[1]
    timeout = keywords.get("timeout", timeout)
    return bool(blocking), INF if timeout == -1 else _kernel.kernel.now + timeout


def seconds(value):
    """A timeout that is no plain number, as the interpreter takes it, or its exception."""
    _judge.acquire(True, value)
    _judge.release()
    return int(value)


class BaseLock:
    """What both kinds of lock share: a gate that is open while nobody holds the lock."""

    __slots__ = ("gate", "quiet", "taking", "trying", "giving", "looking", "__weakref__")

    def _prepare(self, kind, depth):
        self.quiet = _kernel.kernel is None or made_by_library(depth + 1)
        gate = self.gate = unnumbered("internal " + kind, True) if self.quiet else Gate(kind, True)
        self.taking = Operation("acquire " + gate.kind, gate, "write", gate)
        if not self.quiet:
            self.trying = Operation("try to acquire " + kind, gate, "write")
            self.giving = Operation("release " + kind, gate, "write")
            self.looking = Operation("look at " + kind, gate)

    def _take(self, blocking, deadline):
        kernel, gate = _kernel.kernel, self.gate
        if self.quiet and gate.open:
            pass
        elif not blocking:
            if not self.quiet:
                kernel.point(self.trying)
            if not gate.open:
                return False
        elif not kernel.wait_at(self.taking, deadline):
            return False
        self._taken()
        return True

    def _taken(self):
        kernel, gate = _kernel.kernel, self.gate
        if kernel is None:
            gate.open = False
            return
        if not self.quiet and kernel.recorder is not None:
            kernel.recorder.note("lock.acquire", 0, {"lock": kernel.label(gate)})
        kernel.close(gate)
        gate.owner = kernel.thread

    def _given(self):
        kernel, gate = _kernel.kernel, self.gate
        gate.owner = None
        if kernel is None:
            gate.open = True
            return
        cause = 0
        if not self.quiet and kernel.recorder is not None:
            cause = kernel.recorder.note("lock.release", 0, {"lock": kernel.label(gate)})
        kernel.open(gate, cause)

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle '_thread.%s' object" % type(self).__name__)

    def __getattr__(self, name):
        error = AttributeError("'_thread.%s' object has no attribute %r" % (type(self).__name__, name))
        if real.MINOR >= 10:
            error.name, error.obj = name, self
        try:
            raise error
        finally:
            # Its traceback has this frame, and all that called it would live as long.
            del error

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exception):
        self.release()


class Lock(BaseLock):
    """Stands in for `_thread.lock`."""

    __slots__ = ()

    def __init__(self, _depth=0):
        self._prepare("lock", _depth + 1)

    def acquire(self, *args, **keywords):
        if args or keywords:
            return self._take(*check_arguments(args, keywords))
        return self._take(True, INF)

    def release(self):
        if not self.quiet:
            _kernel.kernel.point(self.giving)
        if self.gate.open:
            raise RuntimeError("release unlocked lock")
        self._given()

    def locked(self):
        if not self.quiet:
            _kernel.kernel.point(self.looking)
        return not self.gate.open

    acquire_lock, release_lock, locked_lock = acquire, release, locked

    def _at_fork_reinit(self):
        self.gate.open, self.gate.owner = True, None

    def __repr__(self):
        return "<%s _thread.lock object at %#x>" % ("unlocked" if self.gate.open else "locked", id(self))


class RLock(BaseLock):
    """Stands in for `_thread.RLock`."""

    __slots__ = ("count",)

    def __init__(self):
        self.count = 0
        self._prepare("rlock", 1)

    def _mine(self):
        kernel = _kernel.kernel
        return self.count > 0 and self.gate.owner is (None if kernel is None else kernel.thread)

    def acquire(self, *args, **keywords):
        blocking, deadline = check_arguments(args, keywords) if args or keywords else (True, INF)
        if self._mine():
            if not self.quiet:
                _kernel.kernel.point(self.trying)
        elif not self._take(blocking, deadline):
            return False
        self.count += 1
        return True

    def release(self):
        if not self.quiet:
            _kernel.kernel.point(self.giving)
        if not self._mine():
            raise RuntimeError("cannot release un-acquired lock")
        self.count -= 1
        if self.count == 0:
            self._given()

    # What a Condition asks of its lock.

    def _is_owned(self):
        return self._mine()

    def _release_save(self):
        if not self.quiet:
            _kernel.kernel.point(self.giving)
        if self.count == 0:
            raise RuntimeError("cannot release un-acquired lock")
        saved, self.count = self.count, 0
        self._given()
        return saved

    def _acquire_restore(self, saved):
        self._take(True, INF)
        self.count = saved

    def _recursion_count(self):
        return self.count if self._mine() else 0

    if real.MINOR >= 14:

        def locked(self):
            if not self.quiet:
                _kernel.kernel.point(self.looking)
            return self.count > 0

    def _at_fork_reinit(self):
        self.count, self.gate.open, self.gate.owner = 0, True, None

    def __repr__(self):
        owner = 0 if self.gate.owner is None else self.gate.owner.id + 1
        state = "locked" if self.count > 0 else "unlocked"
        return "<%s _thread.RLock object owner=%d count=%d at %#x>" % (state, owner, self.count, id(self))


class SharedGate(Gate):
    """A gate that bears the name of a shared object, and is held by whoever holds that."""

    __slots__ = ("object",)

    @property
    def owner(self):
        return self.object.owner

    @owner.setter
    def owner(self, owner):
        """The object knows."""


class Waiter:
    """The lock at which `Condition.wait` stops: taken by its maker, given back by whoever notifies."""

    __slots__ = ("gate", "operation", "chooses")

    def __init__(self, waited):
        """`waited` says what is really waited for: see `methods.Waited`."""
        self.chooses = waited.chooses
        if waited.own_gate:
            gate = self.gate = Gate("waiter", True)
            gate.owner = waited.object
        else:
            gate = self.gate = SharedGate.__new__(SharedGate)
            _kernel.kernel.label(waited.object)
            gate.kind, gate.number, gate.object = waited.object.kind, waited.object.number, waited.object
            gate.open, gate.waiters = True, []
        self.operation = Operation(waited.name, waited.object if waited.competes else gate, waited.access, gate)

    def acquire(self, blocking=True, timeout=-1):
        gate, kernel = self.gate, _kernel.kernel
        if gate.open and not gate.waiters:
            gate.open = False
            return True
        if not blocking:
            deadline = kernel.now
        else:
            deadline = INF if timeout == -1 else kernel.now + timeout
            if timeout != -1:
                check_arguments((True, timeout), {})
        if self.chooses:
            return kernel.wait_at(self.operation, deadline)
        kernel.point(self.operation, deadline)
        return gate.open

    def release(self):
        kernel = _kernel.kernel
        kernel.open(self.gate, kernel.thread.cause)

    def locked(self):
        return not self.gate.open


for _class, _name in ((Lock, "lock"), (RLock, "RLock")):
    _class.__module__, _class.__name__, _class.__qualname__ = "_thread", _name, _name


def allocate_lock():
    """Stands in for `_thread.allocate_lock`."""
    return Lock(1)
