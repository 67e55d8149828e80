"""Signals that a program sends itself, and their way through an event loop's self-pipe."""

import os
import signal
import threading

from . import kernel as _kernel, loops
from .escape import escape

#: The self-pipe's end that hears of signals; None for nobody.
_listener = None


def _set_wakeup_fd(original):
    def set_wakeup_fd(*args, **keywords):
        global _listener
        if _kernel.kernel is None:
            return original(*args, **keywords)
        end = loops.End.all.get(args[0]) if args and isinstance(args[0], int) else None
        before, _listener = _listener, end
        if end is None:
            before_real = original(*args, **keywords)
            return before_real if before is None else before.number
        return original(-1) if before is None else before.number

    return set_wakeup_fd


def _sending(name, original, reaches):
    """`reaches(*args)` is the signal that comes to this process, or None."""

    def function(*args, **keywords):
        number = None if _kernel.kernel is None or keywords else reaches(*args)
        if number is not None:
            if threading.current_thread() is not threading.main_thread():
                escape("%s in another thread than the main one" % name)
            if _listener is not None and not _listener.closed and callable(signal.getsignal(number)):
                loops.wake(_listener.pipe, bytes([number]))
        return original(*args, **keywords)

    return function


def _alarm(name, original):
    def function(*args, **keywords):
        if _kernel.kernel is not None and any(args[-2:]):
            escape(name)
        return original(*args, **keywords)

    return function


def _raised(number=None, *rest):
    return _valid(number)


def _killed(pid=None, number=None, *rest):
    return _valid(number) if pid == os.getpid() else None


def _struck(thread=None, number=None, *rest):
    return _valid(number)


def _valid(number):
    return int(number) if isinstance(number, int) and 0 < number < signal.NSIG else None


def begin():
    """A run begins."""
    global _listener
    _listener = None


def install():
    """Puts all of this in place."""
    _replace(signal, "set_wakeup_fd", _set_wakeup_fd)
    for module, name, reaches in ((signal, "raise_signal", _raised), (os, "kill", _killed), (signal, "pthread_kill", _struck)):
        words = "%s.%s" % (module.__name__, name)
        _replace(module, name, lambda original, words=words, reaches=reaches: _sending(words, original, reaches))
    for name in ("alarm", "setitimer"):
        _replace(signal, name, lambda original, name=name: _alarm("signal." + name, original))


def _replace(module, name, make):
    original = getattr(module, name, None)
    if original is None:
        return
    function = make(original)
    function.__name__ = function.__qualname__ = name
    function.__doc__ = original.__doc__
    setattr(module, name, function)
