"""The events of a run, with the kinds, fields and causes of the simulator's traces (`src/trace/event.ts` of the package)."""

import asyncio
import functools
import gc
from asyncio import base_events, events

from . import kernel as _kernel, methods

#: The `thread` of an event that no thread did.
CLOCK = -1


class Recorder:
    """Keeps all events of one run."""

    def __init__(self):
        self.events = []
        self.kernel = None
        self.counts = {}

    def note(self, kind, cause, fields):
        """Takes note of an event. Returns its number."""
        kernel = self.kernel
        thread = kernel.thread
        if cause == 0 and thread is not None:
            cause = thread.activity
        self.events.append([kernel.now, CLOCK if thread is None else thread.id, kind, cause, fields])
        return len(self.events)

    def note_wait(self, kernel, thread):
        """A thread is stopped, which can also be another one's doing."""
        operation = thread.pending
        object = None if operation.object is None else kernel.label(operation.object)
        until = None if thread.deadline == _kernel.INF else thread.deadline
        running, kernel.thread = kernel.thread, thread
        self.note("thread.wait", thread.activity, {"operation": operation.name, "object": object, "until": until})
        kernel.thread = running

    def note_wake(self, kernel, thread):
        """A thread goes on after a wait."""
        running, kernel.thread = kernel.thread, thread
        thread.activity = self.note("thread.wake", thread.woken_by, {"by": "time" if thread.expired else "gate"})
        kernel.thread = running

    def label(self, kind, object):
        """What an object without a name is called: its kind and its number among those of its kind."""
        known = getattr(object, "_interloop_label", None)
        if known is None:
            number = self.counts[kind] = self.counts.get(kind, 0) + 1
            known = object._interloop_label = "%s %d" % (kind, number)
        return known


# ---- what handles are called ------------------------------------------------------------------------------------------

_STEPS = set()
#: The classes in C, of which those that are seen are subclasses.
FUTURE = [cls for cls in asyncio.Future.__mro__ if cls is not object][-1]
TASK = [cls for cls in asyncio.Task.__mro__ if cls is not object][-2]


class _NoLoop:
    """As much of a loop as a task needs to be made."""

    def __init__(self):
        self.callbacks = []

    def call_soon(self, callback, *args, context=None):
        self.callbacks.append(callback)

    def get_debug(self):
        return False

    def is_running(self):
        return False


async def _nothing():
    pass


def _make_task(loop, **options):
    coroutine = _nothing()
    task = TASK(coroutine, loop=loop, **options)
    coroutine.close()
    task._log_destroy_pending = False
    return task


def learn_steps():
    """The types of a task's own callbacks, which differ between versions."""
    loop = _NoLoop()
    _make_task(loop, name="none")
    _STEPS.update(type(callback) for callback in loop.callbacks)


def task_number():
    """The number in the default name of a new task."""
    loop = _NoLoop()
    name = _make_task(loop).get_name()
    # They hold each other.
    loop.callbacks.clear()
    return name[len("Task-") :]


_WAKEUPS = ("TaskWakeupMethWrapper", "builtin_function_or_method")


def task_of(callback):
    """The task whose step or wake-up a callback is; None for others."""
    kind = type(callback)
    if kind in _STEPS:
        return callback.__self__
    if kind.__name__ not in _WAKEUPS:
        return None
    owner = getattr(callback, "__self__", None)
    if owner is None and kind.__name__ == "TaskWakeupMethWrapper":
        owner = next((o for o in gc.get_referents(callback) if isinstance(o, TASK)), None)
    return owner if isinstance(owner, TASK) else None


def label_of(callback):
    """A callback as traces write it: a task by its name, a function by its own."""
    task = task_of(callback)
    if task is not None:
        return task.get_name()
    if callback is None:
        return "cancelled handle"
    while isinstance(callback, functools.partial):
        callback = callback.func
    name = getattr(callback, "__qualname__", None)
    return (repr(callback) if name is None else name.rsplit(".", 1)[-1]) + "()"


def future_label(future):
    """A task by its name, another future by its class and number."""
    if isinstance(future, TASK):
        return future.get_name()
    return _kernel.kernel.recorder.label(type(future).__name__, future)


# ---- handles ------------------------------------------------------------------------------------------------------------

def loop_label(ready):
    """The label of the loop that a ready queue belongs to."""
    return _kernel.kernel.label(ready.loop._interloop.loop)


def appended(ready, handle):
    """A handle is in the queue."""
    fields = {"loop": loop_label(ready), "what": label_of(handle._callback)}
    ready.causes.append(_kernel.kernel.recorder.note("ready.append", 0, fields))


def running(ready, handle):
    """A handle is taken from the queue and run."""
    kernel = _kernel.kernel
    fields = {"loop": loop_label(ready), "what": label_of(handle._callback)}
    kernel.thread.activity = kernel.recorder.note("ready.run", ready.causes.popleft(), fields)


def note_done(future):
    """A future or task is done; said once."""
    if not future.done() or hasattr(future, "_interloop_done"):
        return
    future._interloop_done = True
    if future.cancelled():
        state = "cancelled"
    else:
        state = "failed" if future._exception is not None else "finished"
    _kernel.kernel.recorder.note("future.done", 0, {"future": future_label(future), "state": state})


def install():
    """Takes note of what a loop does; the ready queue and futures take note themselves (`loops`, `traced`)."""
    base = base_events.BaseEventLoop

    @methods.replace(base, "call_at")
    def call_at(original, self, *args, **keywords):
        timer = original(self, *args, **keywords)
        kernel = _kernel.kernel
        when = timer._when if abs(timer._when) != _kernel.INF and timer._when == timer._when else None
        fields = {"loop": kernel.label(self._interloop.loop), "what": label_of(timer._callback), "when": when}
        kernel.recorder.note("timer.push", 0, fields)
        return timer

    @methods.replace(base, "close")
    def close(original, self):
        before = self._closed
        original(self)
        if self._closed and not before:
            kernel = _kernel.kernel
            kernel.recorder.note("loop.close", 0, {"loop": kernel.label(self._interloop.loop)})

    @methods.replace(events.Handle, "cancel")
    def cancel(original, self):
        if not self._cancelled:
            _kernel.kernel.recorder.note("handle.cancel", 0, {"handle": label_of(self._callback)})
        return original(self)

    @methods.replace(events.Handle, "_run")
    def _run(original, self):
        task = task_of(self._callback)
        try:
            return original(self)
        finally:
            # A task that nobody waits for has called nobody back.
            if task is not None:
                note_done(task)
