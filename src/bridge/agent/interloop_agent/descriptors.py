"""What a program writes to descriptors 1 and 2 itself: kept with what it prints, in order, or an escape."""

import os
import sys

from . import kernel as _kernel
from .escape import escape

#: The streams of the run, by descriptor.
opened = {}

#: Functions that would give away a standard stream, or take it away.
_MOVES = ("dup", "dup2", "writev", "sendfile", "splice")
_FILES = {"/dev/stdout", "/dev/stderr", "/dev/fd/1", "/dev/fd/2", "/proc/self/fd/1", "/proc/self/fd/2"}


def _write(original):
    def write(*args, **keywords):
        stream = opened.get(args[0]) if len(args) == 2 and not keywords and isinstance(args[0], int) else None
        if stream is None or _kernel.kernel is None:
            return original(*args, **keywords)
        try:
            data = bytes(memoryview(args[1]))
        except TypeError:
            # The real one says what is wrong.
            return original(-1, args[1])
        stream.write_past(data)
        return len(data)

    return write


def _guarded(name, original):
    def function(*args, **keywords):
        if _kernel.kernel is not None:
            for arg in args:
                if type(arg) is int and arg in opened:
                    escape("os.%s" % name)
        return original(*args, **keywords)

    return function


def _audit(event, args):
    if event == "open" and _kernel.kernel is not None and _kernel.kernel.ending is None:
        path = args[0]
        if (type(path) is int or isinstance(path, str)) and (path in opened or path in _FILES):
            escape("open(%r)" % path)


def install():
    """Puts all of this in place."""
    _replace("write", _write(os.write))
    for name in _MOVES:
        if hasattr(os, name):
            _replace(name, _guarded(name, getattr(os, name)))
    sys.addaudithook(_audit)


def _replace(name, function):
    function.__name__ = function.__qualname__ = name
    function.__doc__ = getattr(os, name).__doc__
    setattr(os, name, function)
