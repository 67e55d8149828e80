"""Standard output and standard error as the simulator has them: what one `write()` appends is whole, and a flush is a system call.

A call of `print` is announced by one visible operation, before its values are asked for their text; so is a report of an exception, whose
frames, which a scenario does not have, are no operations of their own.
"""

import builtins
import contextlib
import io
import logging
import re
import sys
import threading

from . import frames, kernel as _kernel
from .kernel import GO_ON, Operation, SharedObject


class Stream(io.TextIOWrapper):
    """Stands in for `sys.stdout` and `sys.stderr`."""

    def __init__(self, kind, model, errors):
        self.kind = kind
        self.model = model
        self.output = bytearray()
        self.pending = bytearray()
        self.shared = SharedObject(kind)
        self.writing = Operation("write to " + kind, self.shared, "write")
        terminal = model == "terminal"
        options = {"newline": "\n", "line_buffering": terminal, "write_through": not terminal}
        super().__init__(Binary(self, "<%s>" % kind), "utf-8", errors, **options)
        self.mode = "w"

    def write(self, text):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        if not isinstance(text, str):
            raise TypeError("write() argument must be str, not %s" % type(text).__name__)
        data = text.encode(self.encoding, self.errors)
        flushes = data and self.write_through or self.line_buffering and ("\n" in text or "\r" in text)
        self.put(data, flushes)
        return len(text)

    def put(self, data, flushes):
        """Appends bytes. A visible operation goes before, unless a call is under way that has announced itself; one follows each flush."""
        kernel = _kernel.kernel
        call = kernel.thread.call
        if call is None or not call.announced:
            self.announce(call)
        self.pending += data
        if flushes and self.pending:
            data = self.deliver()
            if call is None or not call.hides(data):
                kernel.point(GO_ON if data.endswith((b"\n", b"\r")) else self.writing)

    def announce(self, call):
        """The visible operation before something is written."""
        if call is not None:
            call.announced = True
        _kernel.kernel.point(self.writing)

    def flush(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        if not self.pending:
            return
        self.deliver()
        _kernel.kernel.point(GO_ON)

    def write_past(self, data):
        """Writes by a system call of the program's own: what waits in the buffer comes later."""
        call = _kernel.kernel.thread.call
        self.announce(call)
        pending, self.pending = self.pending, bytearray(data)
        self.deliver()
        self.pending = pending
        _kernel.kernel.point(GO_ON)

    def deliver(self):
        """What was written reaches the terminal. Returns it."""
        kernel = _kernel.kernel
        data, self.pending = bytes(self.pending), bytearray()
        self.output += data
        if kernel.recorder is not None:
            kernel.recorder.note("write", 0, {"stream": self.kind, "text": text_of(data)})
        return data


class Call:
    """A call that writes in several pieces and is one visible operation up to its first flush."""

    def __init__(self):
        self.announced = False

    def hides(self, data):
        """Whether what has been flushed is no operation of its own."""
        return False


class Report(Call):
    """The report of an exception: its frames belong to the line before them."""

    _START = re.compile(rb'([ |]*)  File "')

    def __init__(self):
        Call.__init__(self)
        self.frame = None

    def hides(self, data):
        return all([self.is_frame(line) for line in data.splitlines(True)])

    def is_frame(self, line):
        """Whether a line is one of a frame: where it is, or what is indented below that."""
        start = self._START.match(line)
        if start is not None:
            self.frame = start.group(1)
            return True
        if self.frame is not None and line.startswith((self.frame + b"    ", self.frame + b"  [Previous line")):
            return True
        self.frame = None
        return False


class Aside(Call):
    """What the interpreter says by itself, in one piece."""

    def hides(self, data):
        return True


@contextlib.contextmanager
def under_way(call):
    """What the running thread writes is a part of a call."""
    thread = _kernel.kernel.thread
    before, thread.call = thread.call, call
    try:
        yield
    finally:
        thread.call = before


class Print:
    """Stands in for `print`, and shows itself as the builtin."""

    __name__ = __qualname__ = "print"
    __module__ = "builtins"
    __doc__ = print.__doc__
    __self__ = builtins

    def __init__(self):
        self.original = print

    def __call__(self, *values, **options):
        kernel = _kernel.kernel
        file = options.get("file")
        stream = sys.stdout if file is None else file
        if kernel is None or not isinstance(stream, Stream) or kernel.thread.call is not None:
            return self.original(*values, **options)
        call = Call()
        with under_way(call):
            stream.announce(call)
            return self.original(*values, **options)

    def __repr__(self):
        return "<built-in function print>"

    def __reduce__(self):
        return "print"


def reporting(original, kind):
    """A hook that the interpreter calls with an exception, as one call."""

    def hook(*args):
        frames.clean_report(args)
        if _kernel.kernel is None:
            return original(*args)
        with under_way(kind()):
            return original(*args)

    hook.__name__ = hook.__qualname__ = original.__name__
    return hook


def install():
    """Replaces `print` and the hooks that write. The real lock of the log would be held where another thread goes on."""
    logging.lastResort.lock = Unlocked()
    # In 3.8 a fork would make a new one.
    logging.lastResort.createLock = lambda: None
    builtins.print = Print()
    sys.excepthook = sys.__excepthook__ = reporting(sys.excepthook, Report)
    threading.excepthook = reporting(threading.excepthook, Report)
    if hasattr(threading, "__excepthook__"):
        threading.__excepthook__ = threading.excepthook
    sys.unraisablehook = sys.__unraisablehook__ = reporting(sys.unraisablehook, Aside)


class Binary(io.BufferedIOBase):
    """Stands in for `sys.stdout.buffer`."""

    def __init__(self, stream, name):
        self.stream = stream
        self.name = name
        self.mode = "wb"

    def writable(self):
        return True

    def isatty(self):
        return self.stream.model == "terminal"

    def fileno(self):
        return 1 if self.stream.kind == "stdout" else 2

    def write(self, data):
        if self.closed:
            raise ValueError("write to closed file")
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = bytes(memoryview(data))
        self.stream.put(data, self.stream.model == "unbuffered")
        return len(data)

    def flush(self):
        if self.closed:
            raise ValueError("flush of closed file")
        if self.stream.pending:
            self.stream.deliver()
            _kernel.kernel.point(GO_ON)

    def __repr__(self):
        return "<_io.BufferedWriter name=%r>" % self.name


for _class, _name in ((Stream, "TextIOWrapper"), (Binary, "BufferedWriter")):
    _class.__module__, _class.__name__, _class.__qualname__ = "_io", _name, _name


def text_of(data):
    """Bytes as text from which the bytes can be had again."""
    return bytes(data).decode("utf-8", "surrogateescape")


class Unlocked:
    """Stands in for the lock of the library's own log: a record is one write, which no other can come into."""

    def acquire(self, *args, **keywords):
        return True

    def release(self):
        """Nobody holds it."""

    _at_fork_reinit = __enter__ = acquire

    def __exit__(self, *exception):
        self.release()
