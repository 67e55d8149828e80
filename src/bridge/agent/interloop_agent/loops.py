"""Event loops under the scheduler: the selector, the self-pipe, and the ready queue. The rest of asyncio is the library's own."""

import asyncio
import collections
import math
import selectors
import socket
import types
from asyncio import base_events, events, selector_events

from . import kernel as _kernel, methods, recorder, tasks
from .escape import escape
from .kernel import GO_ON, Gate, INF, Operation, SharedObject


class Pipe:
    """What a loop and foreign threads share: see `src/asyncio/self_pipe.ts` of the package."""

    def __init__(self):
        self.readable = Gate("self-pipe", False)
        self.loop = SharedObject("event loop")
        self.data = b""
        self.selecting = Operation("select", self.readable, "read", self.readable)
        self.polling = Operation("poll selector", self.readable)
        self.appending = Operation("append to ready queue", self.loop, "write")
        self.closing = Operation("close loop", self.loop, "write")
        self.sending = Operation("write to self-pipe", self.readable, "write")
        self.draining = Operation("read from self-pipe", self.readable, "write")


class End:
    """One end of a self-pipe, as far as a loop uses it as a socket."""

    #: All ends by their stand-ins for file descriptors, which no real file has.
    all = {}

    def __init__(self, pipe):
        self.pipe = pipe
        self.closed = False
        self.drained = False
        self.number = 1_000_000 + len(End.all)
        End.all[self.number] = self

    def fileno(self):
        return -1 if self.closed else self.number

    def setblocking(self, flag):
        """Neither end ever blocks."""

    def close(self):
        self.closed = True

    def send(self, data):
        """Writes, which wakes the selector."""
        if self.closed:
            raise OSError(9, "Bad file descriptor")
        kernel, pipe = _kernel.kernel, self.pipe
        kernel.point(pipe.sending)
        closed = self.closed
        if not closed:
            wake(pipe, data)
        kernel.point(GO_ON)
        if closed:
            raise OSError(9, "Bad file descriptor")
        return len(data)

    def recv(self, size):
        """Takes all bytes. The call that finds none is the end of the draining."""
        kernel, pipe = _kernel.kernel, self.pipe
        if self.drained:
            self.drained = False
            kernel.point(GO_ON)
            raise BlockingIOError(11, "Resource temporarily unavailable")
        kernel.point(pipe.draining)
        data, pipe.data = pipe.data, b""
        if kernel.recorder is not None:
            kernel.recorder.note("pipe.read", 0, {"pipe": kernel.label(pipe.readable)})
        kernel.close(pipe.readable)
        if not data:
            # Nothing was there: two handles that were queued for the same bytes.
            kernel.point(GO_ON)
            raise BlockingIOError(11, "Resource temporarily unavailable")
        self.drained = True
        return data


def wake(pipe, data):
    """The effect of a byte in the pipe."""
    kernel = _kernel.kernel
    pipe.data += data
    cause = 0
    if kernel.recorder is not None:
        cause = kernel.recorder.note("pipe.write", 0, {"pipe": kernel.label(pipe.readable)})
    kernel.open(pipe.readable, cause)


def socketpair():
    """What a loop calls for its self-pipe."""
    pipe = Pipe()
    return End(pipe), End(pipe)


class Selector(selectors._BaseSelectorImpl):
    """Stands in for `selectors.DefaultSelector`: it knows the self-pipe and nothing else."""

    def __init__(self):
        super().__init__()
        self.end = None

    def register(self, fileobj, events, data=None):
        end = End.all.get(fileobj) if isinstance(fileobj, int) else fileobj
        if not isinstance(end, End):
            escape("selector.register of a real file or socket")
        self.end = end
        return super().register(fileobj, events, data)

    def unregister(self, fileobj):
        self.end = None
        return super().unregister(fileobj)

    def select(self, timeout=None):
        kernel = _kernel.kernel
        if self.end is None:
            return []
        pipe = self.end.pipe
        rounded = epoll_wait(timeout) if timeout is not None and not timeout <= 0 else None
        if kernel.recorder is not None:
            fields = {"loop": kernel.label(pipe.loop), "timeout": None if timeout is None else max(timeout, 0)}
            kernel.recorder.note("loop.select", 0, fields)
        return self._ready_keys() if self._wait(kernel, pipe, timeout, rounded) else []

    def _wait(self, kernel, pipe, timeout, rounded):
        """Waits, and says whether the pipe can be read."""
        readable = pipe.readable
        if readable.open or (timeout is not None and timeout <= 0):
            kernel.point(pipe.polling)
            served = readable.open
            kernel.point(GO_ON)
            return served
        deadline = INF
        if timeout is not None:
            deadline = kernel.now + (rounded if kernel.tick > 0 else timeout)
        kernel.point(pipe.selecting, deadline)
        return readable.open and (not kernel.thread.expired or kernel.choose("timeout", 2) == 1)

    def _ready_keys(self):
        key = self.get_map()[self.end.fileno()]
        return [(key, key.events)]


def epoll_wait(timeout):
    """How long epoll really waits, in seconds: it rounds up to milliseconds, in two steps."""
    seconds = math.ceil(timeout * 1e3) * 1e-3
    return math.ceil(math.ceil(seconds * 1e9) / 1e6) / 1e3


def pipe_of(loop):
    """A loop's pipe; kept by the loop, since it closes the ends before itself."""
    return loop._interloop


class Ready(collections.deque):
    """A loop's ready queue, which numbers tasks by creation."""

    def __init__(self, loop):
        super().__init__()
        self.loop = loop
        #: In recorded runs: the number of the event that put each handle here.
        self.causes = collections.deque()

    def append(self, handle):
        task = recorder.task_of(handle._callback)
        if task is not None and not hasattr(task, "_interloop"):
            Ready.tasks += 1
            task._interloop = Ready.tasks
            if tasks.used:
                tasks.rename(task)
            if _kernel.kernel.recorder is not None:
                _kernel.kernel.recorder.note("task.create", 0, {"task": task.get_name()})
        if _kernel.kernel.recorder is not None:
            for argument in (handle._args or ())[:1]:
                if isinstance(argument, recorder.FUTURE):
                    recorder.note_done(argument)
        super().append(handle)
        if _kernel.kernel.recorder is not None:
            recorder.appended(self, handle)

    def popleft(self):
        handle = super().popleft()
        if _kernel.kernel.recorder is not None:
            recorder.running(self, handle)
        return handle

    tasks = 0


def install():
    """Puts all of this in place."""
    Selector.__name__ = Selector.__qualname__ = selectors.DefaultSelector.__name__
    Selector.__module__ = "selectors"
    proxy = types.ModuleType("socket")
    proxy.__dict__.update(socket.__dict__)
    proxy.socketpair = socketpair
    selector_events.socket = proxy
    for name in ("DefaultSelector", "EpollSelector", "PollSelector", "SelectSelector"):
        if hasattr(selectors, name):
            setattr(selectors, name, Selector)
    install_loop()
    install_running()


def install_loop():
    base = base_events.BaseEventLoop
    selector = selector_events.BaseSelectorEventLoop

    @methods.replace(base, "__init__")
    def __init__(original, self):
        original(self)
        self._ready = Ready(self)

    @methods.replace(selector, "_make_self_pipe")
    def _make_self_pipe(original, self):
        original(self)
        self._interloop = self._csock.pipe

    @methods.replace(selector, "_close_self_pipe")
    def _close_self_pipe(original, self):
        closing = pipe_of(self).closing
        _kernel.kernel.point(closing)
        original(self)
        _kernel.kernel.point(closing)

    @methods.replace(base, "set_task_factory")
    def set_task_factory(original, self, factory):
        tasks.factory_set()
        return original(self, factory)

    @methods.replace(base, "call_soon_threadsafe")
    def call_soon_threadsafe(original, self, *args, **keywords):
        _kernel.kernel.point(pipe_of(self).appending)
        return original(self, *args, **keywords)

    @methods.replace(asyncio, "run_coroutine_threadsafe")
    def run_coroutine_threadsafe(original, coro, loop):
        future = original(coro, loop)
        future._interloop.owner = pipe_of(loop).loop
        return future

    asyncio.tasks.run_coroutine_threadsafe = run_coroutine_threadsafe

    @methods.replace(asyncio, "wrap_future")
    def wrap_future(original, future, **keywords):
        # The loop's own thread appends to its own queue: whatever another thread does here, it can do just before.
        thread = _kernel.kernel.thread
        thread.silent = True
        try:
            return original(future, **keywords)
        finally:
            thread.silent = False

    asyncio.futures.wrap_future = asyncio.base_events.futures.wrap_future = wrap_future


def install_running():
    """A loop begins and ends to run when it becomes the running one of its thread."""
    original = events._set_running_loop

    def _set_running_loop(loop):
        before = events._get_running_loop()
        original(loop)
        kernel = _kernel.kernel
        of = before if loop is None else loop
        if of is None or not hasattr(of, "_interloop"):
            return
        pipe = pipe_of(of)
        kernel.thread.alarm = loop
        pipe.loop.owner = None if loop is None else kernel.thread
        if kernel.recorder is not None:
            kind = "loop.stop" if loop is None else "loop.run"
            kernel.recorder.note(kind, 0, {"loop": kernel.label(pipe.loop)})

    events._set_running_loop = asyncio._set_running_loop = _set_running_loop
