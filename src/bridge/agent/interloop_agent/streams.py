"""Standard output and standard error as the simulator has them: what one `write()` appends is whole, and a flush is a system call."""

import io

from . import kernel as _kernel
from .kernel import GO_ON, Operation, SharedObject


class Stream(io.TextIOBase):
    """Stands in for `sys.stdout` and `sys.stderr`."""

    encoding = "utf-8"
    newlines = None

    def __init__(self, kind, model, errors):
        self.kind = kind
        self.model = model
        self._errors = errors
        self.output = bytearray()
        self.pending = bytearray()
        self.shared = SharedObject(kind)
        self.writing = Operation("write to " + kind, self.shared, "write")
        self.name = "<%s>" % kind
        self.mode = "w"
        self.buffer = Binary(self)

    @property
    def errors(self):
        return self._errors

    @property
    def line_buffering(self):
        return self.model == "terminal"

    @property
    def write_through(self):
        return self.model == "unbuffered"

    def reconfigure(self, **options):
        """Accepted: the job says how the stream behaves."""

    def writable(self):
        return True

    def isatty(self):
        return self.model == "terminal"

    def fileno(self):
        return 1 if self.kind == "stdout" else 2

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError("write() argument must be str, not %s" % type(text).__name__)
        data = text.encode("utf-8", self._errors)
        flushes = data and self.write_through or "\n" in text or "\r" in text
        self.put(data, flushes)
        return len(text)

    def put(self, data, flushes):
        """Appends bytes. A thread's first piece of a line is a visible operation, and so is what follows a flush."""
        kernel = _kernel.kernel
        thread = kernel.thread
        if not thread.buffering and (data or not flushes):
            thread.buffering = True
            kernel.point(self.writing)
        self.pending += data
        if flushes and self.pending:
            self.deliver()
            whole = data.endswith((b"\n", b"\r"))
            thread.buffering = not whole
            kernel.point(GO_ON if whole else self.writing)

    def flush(self):
        if not self.pending:
            return
        self.deliver()
        _kernel.kernel.thread.buffering = False
        _kernel.kernel.point(GO_ON)

    def deliver(self):
        """What was written reaches the terminal."""
        kernel = _kernel.kernel
        data, self.pending = bytes(self.pending), bytearray()
        self.output += data
        if kernel.recorder is not None:
            kernel.recorder.note("write", 0, {"stream": self.kind, "text": text_of(data)})


class Binary(io.BufferedIOBase):
    """Stands in for `sys.stdout.buffer`."""

    def __init__(self, stream):
        self.stream = stream
        self.name = stream.name
        self.mode = "wb"

    def writable(self):
        return True

    def isatty(self):
        return self.stream.isatty()

    def fileno(self):
        return self.stream.fileno()

    def write(self, data):
        data = bytes(data)
        self.stream.put(data, self.stream.model == "unbuffered")
        return len(data)

    def flush(self):
        self.stream.flush()


def text_of(data):
    """Bytes as text from which the bytes can be had again."""
    return bytes(data).decode("utf-8", "surrogateescape")
