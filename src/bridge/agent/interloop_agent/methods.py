"""The methods of `threading` and `concurrent.futures` that are one visible operation each.

CPython builds them of a condition whose lock nobody else can see. So each is announced by one operation on its object, and what happens
inside is quiet; a wait inside stops the thread at a gate that bears the object's name. The methods themselves are the library's own.
"""

import sys
import threading
from concurrent.futures import _base

from . import kernel as _kernel, locks
from .kernel import Operation, SharedObject


#: A thread makes an event for its own beginning.
_THREAD_INIT = threading.Thread.__init__.__code__


class Waited:
    """What a condition is used for: which object its waiters wait for, and how that is called."""

    __slots__ = ("object", "name", "access", "own_gate", "chooses", "competes", "event")

    def __init__(self, object, name, access="write", own_gate=True, chooses=True, competes=False, event=None):
        self.object = object
        self.name = name
        self.access = access
        #: Whether each waiter is a gate of its own for the trace.
        self.own_gate = own_gate
        #: Whether it is a choice how a wait ends that is served and timed out at the same instant.
        self.chooses = chooses
        #: Whether a waiter that is freed goes on with what it does to the object, and others may come before it.
        self.competes = competes
        #: The event of the trace that `notify` stands for: a function that gives its kind and fields.
        self.event = event


def waited_of(condition):
    """What the waiters of a condition wait for."""
    waited = condition.__dict__.get("_interloop")
    if waited is None:
        waited = condition._interloop = Waited(SharedObject("condition"), "wait for condition")
    return waited


def announce(cls, name, words, access, before=None):
    """Puts a visible operation before a method. `before(self)` returns the shared object, or None for no operation."""
    original = cls.__dict__[name]
    operations = "_interloop_" + name

    def method(self, *args, **keywords):
        shared = before(self)
        if shared is not None:
            operation = self.__dict__.get(operations)
            if operation is None:
                operation = self.__dict__[operations] = Operation(words, shared, access)
            _kernel.kernel.point(operation)
        return original(self, *args, **keywords)

    rename(method, original)
    setattr(cls, name, method)
    return original


def rename(method, original):
    """Gives a function the name and the words of the one that it stands for."""
    for attribute in ("__name__", "__qualname__", "__doc__", "__module__"):
        setattr(method, attribute, getattr(original, attribute))


def replace(cls, name):
    """A decorator: puts a function in place of a method. The function gets the original first."""

    def decorate(function):
        original = getattr(cls, name)

        def method(self, *args, **keywords):
            return function(original, self, *args, **keywords)

        rename(method, original)
        setattr(cls, name, method)
        return method

    return decorate


# ---- conditions -----------------------------------------------------------------------------------------------------


def install_condition():
    condition = threading.Condition
    locks.transparent.add(condition.__init__.__code__)

    @replace(condition, "__init__")
    def __init__(original, self, *args, **keywords):
        original(self, *args, **keywords)
        if _kernel.kernel is not None and not locks.made_by_library(1):
            waited_of(self)

    @replace(condition, "wait")
    def wait(original, self, *args, **keywords):
        thread = _kernel.kernel.thread
        before, thread.condition = thread.condition, self
        try:
            return original(self, *args, **keywords)
        finally:
            thread.condition = before

    @replace(condition, "notify")
    def notify(original, self, n=1):
        return noted(self, n, lambda: original(self, n))

    @replace(condition, "_is_owned")
    def _is_owned(original, self):
        # The library asks a plain lock by trying to take it, which nobody can see.
        return not self._lock.gate.open if isinstance(self._lock, locks.Lock) else original(self)

    threading._allocate_lock = waiter_or_lock


def noted(condition, n, notify):
    """Notifies; where the run is recorded and it means something, with an event, unless it is a part of what has one already."""
    kernel = _kernel.kernel
    waited = condition.__dict__.get("_interloop")
    if kernel.recorder is None or waited is None or kernel.thread.cause != 0:
        return notify()
    if waited.event is not None:
        return freeing(*waited.event(), notify)
    if waited.object.kind != "condition":
        return notify()
    count = max(0, min(-int(-n // 1), len(condition._waiters)))
    return freeing("condition.notify", {"condition": waited.object, "count": count}, notify)


def freeing(kind, fields, function):
    """Calls what may free others, with an event of the trace that is their cause; where it raises, there is none."""
    kernel = _kernel.kernel
    if kernel.recorder is None:
        return function()
    thread, at = kernel.thread, len(kernel.recorder.events)
    shown = {name: kernel.label(field) if isinstance(field, SharedObject) else field for name, field in fields.items()}
    thread.cause = kernel.recorder.note(kind, 0, shown)
    try:
        return function()
    except BaseException:
        del kernel.recorder.events[at:]
        raise
    finally:
        thread.cause = 0


def waiter_or_lock():
    """What `threading` calls for a lock: the waiter's own in `Condition.wait`, a plain one elsewhere."""
    kernel = _kernel.kernel
    condition = None if kernel is None or kernel.thread is None else kernel.thread.condition
    if condition is None:
        return locks.Lock(1)
    kernel.thread.condition = None
    return locks.Waiter(waited_of(condition))


# ---- events ---------------------------------------------------------------------------------------------------------


def install_event():
    event = threading.Event

    @replace(event, "__init__")
    def __init__(original, self):
        original(self)
        if _kernel.kernel is None or sys._getframe(2).f_code is _THREAD_INIT:
            return
        self._interloop = shared = SharedObject("event")
        self._cond._interloop = Waited(shared, "wait for event")

    # An event that was made before the run is the library's own.
    event._interloop = None

    def object_of(self):
        return self._interloop

    announce(event, "is_set", "look at event", "read", object_of)
    announce(event, "wait", "wait for event", "write", object_of)
    effect(event, "set", "set event", "event.set")
    effect(event, "clear", "clear event", "event.clear")


def effect(cls, name, words, kind):
    """A method of an event that changes it: an operation before, and an event of the trace."""

    @replace(cls, name)
    def method(original, self):
        kernel, shared = _kernel.kernel, self._interloop
        if shared is None:
            return original(self)
        kernel.point(Operation(words, shared, "write"))
        if kernel.recorder is None:
            return original(self)
        kernel.thread.cause = kernel.recorder.note(kind, 0, {"event": kernel.label(shared)})
        try:
            return original(self)
        finally:
            kernel.thread.cause = 0


# ---- semaphores -----------------------------------------------------------------------------------------------------


def install_semaphore():
    semaphore = threading.Semaphore

    @replace(semaphore, "__init__")
    def __init__(original, self, *args, **keywords):
        original(self, *args, **keywords)
        if _kernel.kernel is None:
            return
        self._interloop = shared = SharedObject("semaphore")
        self._cond._interloop = Waited(shared, "wait for semaphore", chooses=False, competes=True)

    # A semaphore that was made before the run is the library's own.
    semaphore._interloop = None

    @replace(semaphore, "acquire")
    def acquire(original, self, *args, **keywords):
        kernel, shared = _kernel.kernel, self._interloop
        if shared is None:
            return original(self, *args, **keywords)
        kernel.point(Operation("acquire semaphore", shared, "write"))
        taken = original(self, *args, **keywords)
        if taken and kernel.recorder is not None:
            kernel.recorder.note("semaphore.acquire", 0, {"semaphore": kernel.label(shared)})
        return taken

    semaphore.__enter__ = acquire
    for cls in (semaphore, threading.BoundedSemaphore):
        install_release(cls)


def install_release(cls):
    """`release` of one of the two classes, neither of which calls the other's."""

    @replace(cls, "release")
    def release(original, self, *args, **keywords):
        kernel, shared = _kernel.kernel, self._interloop
        if shared is None:
            return original(self, *args, **keywords)
        kernel.point(Operation("release semaphore", shared, "write"))
        count = args[0] if args else keywords.get("n", 1)
        fields = {"semaphore": shared, "count": count}
        return freeing("semaphore.release", fields, lambda: original(self, *args, **keywords))


# ---- barriers -------------------------------------------------------------------------------------------------------

#: What the numbers mean that a barrier keeps its state in.
_BARRIER_STATES = {0: "filling", 1: "draining", -1: "resetting", -2: "broken"}


def install_barrier():
    barrier = threading.Barrier

    @replace(barrier, "__init__")
    def __init__(original, self, *args, **keywords):
        original(self, *args, **keywords)
        if _kernel.kernel is None:
            return
        self._interloop = shared = SharedObject("barrier")

        def event():
            return "barrier.state", {"barrier": shared, "state": _BARRIER_STATES[self._state]}

        self._cond._interloop = Waited(shared, "wait at barrier", chooses=False, competes=True, event=event)

    # A barrier that was made before the run is the library's own.
    barrier._interloop = None
    for name, words in (("wait", "come to barrier"), ("reset", "reset barrier"), ("abort", "abort barrier")):
        announce(barrier, name, words, "write", lambda self: self._interloop)


# ---- futures of concurrent.futures -----------------------------------------------------------------------------------


def install_future():
    future = _base.Future

    @replace(future, "__init__")
    def __init__(original, self):
        self.__dict__["_interloop"] = shared = SharedObject("concurrent future")
        original(self)
        self._condition._interloop = Waited(shared, "wait for concurrent future", "read", False, False)

    def changing(self):
        return self._interloop

    for name in ("cancel", "set_running_or_notify_cancel", "set_result", "set_exception"):
        announce(future, name, "change concurrent future", "write", changing)
    announce(future, "add_done_callback", "add callback to concurrent future", "write", adding)
    for name in ("cancelled", "running", "done"):
        announce(future, name, "look at concurrent future", "read", looking)
    for name in ("result", "exception"):
        announce(future, name, "wait for concurrent future", "read", waiting)

    @replace(future, "_invoke_callbacks")
    def _invoke_callbacks(original, self):
        if self._done_callbacks:
            _kernel.kernel.point(_kernel.GO_ON)
        return original(self)

    future._state = property(state_of, become)


_COPIES = {"_copy_future_state", "_call_set_state"}


def looking(self):
    """The library asks futures that are done, which nobody can change any more, about what they have become."""
    return None if _caller_knows() else self._interloop


def _caller_knows():
    """Whether it is the library that asks, and nobody else can see it: also in `wait`, which has looked at all futures at once."""
    frame = sys._getframe(3)
    name = frame.f_code.co_name
    return name in _COPIES or (name == "<genexpr>" and frame.f_globals is vars(_base))


def adding(self):
    """Following a concurrent future is a part of what the loop's thread does already, and no step of its own."""
    frame = sys._getframe(2)
    follows = frame.f_code.co_name == "_chain_future" and frame.f_locals.get("source") is self
    return None if follows else self._interloop


def waiting(self):
    """A future that is not done stops the thread, which is an operation already."""
    return None if self._state in ("PENDING", "RUNNING") or _caller_knows() else self._interloop


def state_of(self):
    return self.__dict__["_state"]


def become(self, state):
    """Takes note of a future's new state, and makes the note the cause of all that is freed by it."""
    fresh = "_state" not in self.__dict__
    self.__dict__["_state"] = state
    kernel = _kernel.kernel
    if fresh or kernel is None:
        return
    if state == _base.RUNNING:
        # From now on it is this thread that the others wait for.
        self._interloop.owner = kernel.thread
    if kernel.recorder is None:
        return
    label = kernel.label(self._interloop)
    kernel.thread.cause = kernel.recorder.note("concurrent.state", 0, {"future": label, "state": state})


def install():
    install_condition()
    install_event()
    install_semaphore()
    install_barrier()
    install_future()
