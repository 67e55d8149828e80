"""Notices a program that leaves the simulation: real sockets, other processes, calls of the operating system that wait."""

import os
import select
import signal
import sys

from . import kernel as _kernel

#: Audit events of what cannot be simulated, with the call that a reader knows.
CALLS = {
    "socket.__new__": "socket.socket",
    "subprocess.Popen": "subprocess.Popen",
    "os.fork": "os.fork",
    "os.forkpty": "os.forkpty",
    "os.exec": "os.exec",
    "os.posix_spawn": "os.posix_spawn",
    "os.system": "os.system",
    "pty.spawn": "pty.spawn",
}

#: Functions that wait in the operating system, by module.
WAITS = {
    os: ("wait", "waitpid", "wait3", "wait4", "waitid"),
    select: ("select", "poll", "epoll"),
    signal: ("pause", "sigwait", "sigwaitinfo", "sigtimedwait"),
}


def escape(call):
    """Ends the run: the program does something that no scheduler can hold."""
    kernel = _kernel.kernel
    kernel.finish({"kind": "escape", "call": "%s (%s)" % (call, _place())})
    kernel.on_end()


def _place():
    """Where the program made the call: its innermost frame outside the agent."""
    frame = sys._getframe(2)
    here = os.path.dirname(__file__)
    while frame is not None and (frame.f_code.co_filename.startswith(here) or frame.f_globals.get("__name__") in _INNER):
        frame = frame.f_back
    if frame is None:
        return "outside the program"
    return "line %d of %s" % (frame.f_lineno, os.path.basename(frame.f_code.co_filename))


_INNER = {"subprocess", "socket", "os", "selectors", "asyncio.selector_events", "asyncio.unix_events"}


def _audit(event, args):
    call = CALLS.get(event)
    if call is not None and _kernel.kernel is not None and _kernel.kernel.ending is None:
        escape(call)


def install():
    """Watches from now on; what happens outside a run is nobody's business."""
    sys.addaudithook(_audit)
    for module, names in WAITS.items():
        for name in names:
            if hasattr(module, name):
                setattr(module, name, _guarded(module, name))


def _guarded(module, name):
    original = getattr(module, name)

    def function(*args, **keywords):
        if _kernel.kernel is not None:
            escape("%s.%s" % (module.__name__, name))
        return original(*args, **keywords)

    function.__name__ = function.__qualname__ = name
    return function
