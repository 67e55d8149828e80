"""Threads under the scheduler: start, join, end, and how the interpreter waits for them at its own end."""

import _thread
import sys
import threading

from . import frames, kernel as _kernel, locks, methods, real
from .kernel import GO_ON, Gate, INF, Operation, SharedObject

silent = False


class Places:
    """The shared objects of one `threading.Thread`, and the operations on them."""

    __slots__ = ("shared", "started", "ended", "starting", "joining", "ending", "looking", "ends")

    def __init__(self):
        self.shared = SharedObject("thread")
        self.started = Gate("start of thread", False)
        self.ended = Gate("end of thread", False)
        self.starting = Operation("start thread", self.shared, "write")
        self.joining = Operation("join thread", self.ended, "read", self.ended)
        self.ending = Operation("end", self.shared, "write")
        self.looking = Operation("look at thread", self.shared)
        #: Whether the thread has begun to end.
        self.ends = False


def places_of(thread):
    """A thread's shared objects; those of a thread that Python did not start are made when they are asked for."""
    places = thread.__dict__.get("_interloop")
    if places is None:
        places = thread._interloop = Places()
    return places


def join(places, timeout):
    """Waits for the end of a thread, `timeout` seconds at most (None: for ever). Returns whether it has ended."""
    deadline = INF if timeout is None else _kernel.kernel.now + max(timeout, 0)
    return _kernel.kernel.wait_at(places.joining, deadline)


def is_done(places):
    """Whether a thread has ended: a visible operation, except in a repr."""
    if not silent:
        _kernel.kernel.point(places.looking)
    return places.ended.open


class Sentinel:
    """Stands in for the lock that a thread's end releases, up to 3.12."""

    __slots__ = ("places", "begun", "__weakref__")

    def __init__(self, places):
        self.places = places
        self.begun = False

    def acquire(self, blocking=True, timeout=-1):
        if not self.begun:
            self.begun = True
            return True
        if not blocking:
            return is_done(self.places)
        if timeout != -1:
            locks.check_arguments((True, timeout), {})
        return join(self.places, None if timeout == -1 else timeout)

    def release(self):
        """Whoever has joined a thread gives its lock back; the thread stays ended."""

    def locked(self):
        return not self.places.ended.open

    def _at_fork_reinit(self):
        """A new process begins with threads of its own."""


class Handle:
    """Stands in for `_thread._ThreadHandle`, from 3.13 on."""

    __slots__ = ("places", "ident", "done", "__weakref__")

    def __init__(self):
        self.places = None
        self.ident = None
        self.done = False

    def join(self, timeout=None):
        if timeout is not None:
            locks.check_arguments((True, timeout), {})
        if self.places is not None:
            join(self.places, timeout)

    def is_done(self):
        return self.done or (self.places is not None and is_done(self.places))

    def _set_done(self):
        self.done = True


def start_new_thread(function, args=(), keywords=None):
    """Stands in for `_thread.start_new_thread`."""
    kernel = _kernel.kernel
    owner = getattr(function, "__self__", None)
    thread_object = owner if isinstance(owner, threading.Thread) else None
    places = Places() if thread_object is None else places_of(thread_object)
    kernel.point(places.starting)
    if kernel.closing and real.MINOR == 12:
        raise RuntimeError("can't create new thread at interpreter shutdown")
    daemon = True if thread_object is None else thread_object._daemonic
    name = "thread" if thread_object is None else thread_object._name
    thread = kernel.spawn(name, daemon)
    thread.object = thread_object
    places.started.owner = places.ended.owner = thread
    if kernel.recorder is not None:
        fields = {"child": thread.id, "name": thread.name}
        thread.activity = kernel.recorder.note("thread.start", 0, fields)
    joins = []
    joins.append(real.start_thread(lambda: life(thread, places, function, args, keywords or {}, joins)))
    return thread.id + 1


def life(thread, places, function, args, keywords, joins):
    """All that a thread does."""
    kernel = _kernel.kernel
    kernel.begin(thread)
    if kernel.recorder is not None:
        thread.activity = kernel.recorder.note("thread.begin", 0, {"name": thread.name})
    for prepare in on_begin:
        prepare()
    try:
        function(*args, **keywords)
    except SystemExit:
        pass
    except BaseException as error:
        if real.MINOR < 13:
            frames.unraisable(error, "Exception ignored in thread started by", function)
        else:
            frames.unraisable(error, "Exception ignored in thread started by %r" % (function,), None)
    function = args = keywords = None
    if not places.ends:
        kernel.point(places.ending)
    cause = 0 if kernel.recorder is None else kernel.recorder.note("thread.end", 0, {})
    kernel.open(places.ended, cause)
    # Nobody waits for an ended thread, and what refers to each other lives longer.
    places.started.owner = places.ended.owner = None
    kernel.leave(Dying(thread, joins[0]))


class ActiveLock(locks.RLock):
    """The lock of the list of all threads. A thread that has run takes itself out of the list, which is a part of its end."""

    __slots__ = ()

    def __enter__(self):
        frame = sys._getframe(1)
        if frame.f_code in _AT_THE_END and get_ident() in threading._active and _kernel.kernel is not None:
            places = places_of(frame.f_locals["self"])
            places.ends = True
            _kernel.kernel.point(places.ending)
        return self.acquire()


#: The code by which a thread takes itself out of the list.
_AT_THE_END = {threading.Thread._bootstrap_inner.__code__, threading.Thread._delete.__code__}


class Dying:
    """A thread that has ended, of which something is left: it frees what it has kept for itself."""

    __slots__ = ("thread", "ident", "wait")

    def __init__(self, thread, wait):
        self.thread = thread
        self.ident = real.get_ident()
        self.wait = wait


#: Called at the beginning of each thread.
on_begin = []


def start_joinable_thread(function, handle=None, daemon=True):
    """Stands in for `_thread._start_joinable_thread`."""
    owner = getattr(function, "__self__", None)
    handle = handle or Handle()
    handle.places = places_of(owner) if isinstance(owner, threading.Thread) else Places()
    handle.ident = start_new_thread(function)
    return handle


def get_ident():
    """The number of the running thread, from 1."""
    kernel = _kernel.kernel
    if kernel is None or kernel.thread is None:
        return 1
    if kernel.dying is not None and kernel.dying.ident == real.get_ident():
        return kernel.dying.thread.id + 1
    return kernel.thread.id + 1


def install():
    """Puts all of this in place."""
    _thread.start_new_thread = _thread.start_new = start_new_thread
    _thread.get_ident = _thread.get_native_id = get_ident
    threading.get_ident = threading.get_native_id = get_ident
    if hasattr(threading, "_start_joinable_thread"):
        threading._start_joinable_thread = _thread.start_joinable_thread = start_joinable_thread
        threading._ThreadHandle = _thread._ThreadHandle = Handle
    else:
        threading._start_new_thread = start_new_thread
        threading._set_sentinel = sentinel
        install_join()
    install_thread()
    main = threading.main_thread()
    main._ident = 1
    threading._active = {1: main}
    if hasattr(main, "_handle"):
        main._handle = Handle()
        main._handle.ident = 1


def sentinel():
    """Stands in for `_thread._set_sentinel`."""
    kernel = _kernel.kernel
    return Sentinel(None if kernel is None else places_of(kernel.thread.object))


def install_thread():
    thread = threading.Thread

    @methods.replace(thread, "__init__")
    def __init__(original, self, *args, **keywords):
        original(self, *args, **keywords)
        if _kernel.kernel is None:
            return
        places = places_of(self)
        waited = methods.Waited(places.started, "wait for thread to start", "read", False, False)
        self._started._cond._interloop = waited

    @methods.replace(threading.Event, "set")
    def set(original, self):
        """A new thread says that it has begun; whoever started it can go on from there."""
        waited = self._cond.__dict__.get("_interloop")
        if waited is None or waited.object.kind != "start of thread":
            return original(self)
        kernel = _kernel.kernel
        kernel.thread.cause = kernel.thread.activity
        original(self)
        kernel.thread.cause = 0
        kernel.point(GO_ON)

    @methods.replace(thread, "is_alive")
    def is_alive(original, self):
        # Where Python knows the answer without asking, a visible operation stands for the question.
        if not silent and (known_to_have_ended(self) or not self._started._flag):
            _kernel.kernel.point(places_of(self).looking)
        return original(self)

    @methods.replace(thread, "__repr__")
    def __repr__(original, self):
        global silent
        before, silent = silent, True
        try:
            return original(self)
        finally:
            silent = before


def known_to_have_ended(self):
    """Whether Python does not look for a thread's end any more, which it does up to 3.12."""
    started = self._initialized and self._started._flag
    return started and getattr(self, "_tstate_lock", self) is None and self is not threading.current_thread()


def install_join():
    """Up to 3.12 a thread that is known to have ended is joined without a lock."""

    @methods.replace(threading.Thread, "join")
    def join(original, self, *args, **keywords):
        ended = known_to_have_ended(self)
        original(self, *args, **keywords)
        if ended:
            _kernel.kernel.point(places_of(self).joining)


def adopt_main_thread(kernel):
    """Makes the scheduler's first thread the main thread of the program."""
    main = threading.main_thread()
    thread = kernel.spawn("MainThread", False)
    thread.object = main
    kernel._step(thread)
    # Made outside the run, as it were: its objects take a number only when they are named.
    _kernel.start(None)
    places = Places()
    threading._active_limbo_lock = ActiveLock()
    _kernel.start(kernel)
    places.ended.owner = places.started.owner = thread
    main._interloop = places
    main._native_id = 1
    if hasattr(main, "_handle"):
        main._handle.places = places
    else:
        main._tstate_lock = Sentinel(places)
        main._tstate_lock.begun = True
        # Only the agent waits for threads at the end, in order of their start.
        threading._shutdown_locks = OrderedLocks()


class OrderedLocks(dict):
    """A set that keeps its order, for the locks that the end of the interpreter would wait for."""

    def add(self, lock):
        self[lock] = None

    def discard(self, lock):
        self.pop(lock, None)

    def difference_update(self, others):
        for lock in others:
            self.pop(lock, None)


def shutdown():
    """What the interpreter does when the main thread has ended: it waits for every thread that is not a daemon."""
    kernel = _kernel.kernel
    main = threading.main_thread()
    places = places_of(main)
    if hasattr(threading, "_SHUTTING_DOWN"):
        threading._SHUTTING_DOWN = True
    kernel.closing = True
    for function in reversed(getattr(threading, "_threading_atexits", [])):
        function()
    kernel.point(places.ending)
    kernel.open(places.ended)
    while True:
        alive = (t for t in kernel.threads if t.state != _kernel.DONE and not t.daemon and t is not kernel.thread)
        following = next(alive, None)
        if following is None:
            return
        join(places_of(following.object), None)
