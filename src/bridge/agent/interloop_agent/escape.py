"""Notices a program that leaves the simulation: real sockets, other processes, calls of the operating system that wait."""

import _posixsubprocess
import os
import platform
import select
import signal
import subprocess
import sys

from . import frames, kernel as _kernel, locks

#: Audit events of what cannot be simulated, with the call that a reader knows.
CALLS = {
    "socket.__new__": "socket.socket",
    "socket.getaddrinfo": "socket.getaddrinfo",
    "socket.gethostbyname": "socket.gethostbyname",
    "subprocess.Popen": "subprocess.Popen",
    "os.fork": "os.fork",
    "os.forkpty": "os.forkpty",
    "os.exec": "os.exec",
    "os.posix_spawn": "os.posix_spawn",
    "os.system": "os.system",
    "pty.spawn": "pty.spawn",
}

#: Functions that wait in the operating system or start what cannot be simulated, by module.
WAITS = {
    os: ("wait", "waitpid", "wait3", "wait4", "waitid"),
    select: ("select", "poll", "epoll"),
    _posixsubprocess: ("fork_exec",),
    signal: ("pause", "sigwait", "sigwaitinfo", "sigtimedwait"),
}


def escape(call):
    """Ends the run: the program does something that no scheduler can hold."""
    kernel = _kernel.kernel
    kernel.finish({"kind": "escape", "call": "%s (%s)" % (call, _place())})
    kernel.on_end()


def _place():
    """Where the program made the call: its innermost frame outside the agent and the library."""
    frame, inner = sys._getframe(2), None
    while frame is not None:
        name = frame.f_code.co_filename
        if not frames.is_ours(name) and frame.f_globals.get("__name__") not in _INNER:
            inner = inner or frame
            if not name.startswith(locks._LIBRARY) or "site-packages" in name:
                break
        frame = frame.f_back
    frame = frame or inner
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
    # The library asks another process for the processor's name, once.
    platform.uname()
    platform.processor()
    sys.addaudithook(_audit)
    for module, names in WAITS.items():
        for name in names:
            if hasattr(module, name):
                setattr(module, name, _guarded(module, name))
    if hasattr(subprocess, "_fork_exec"):
        subprocess._fork_exec = _posixsubprocess.fork_exec


def _guarded(module, name):
    original = getattr(module, name)

    def function(*args, **keywords):
        if _kernel.kernel is not None:
            escape("%s.%s" % (module.__name__, name))
        return original(*args, **keywords)

    function.__name__ = function.__qualname__ = name
    return function
