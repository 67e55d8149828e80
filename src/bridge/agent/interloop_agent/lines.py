"""Every line, or every bytecode, of chosen modules as a scheduling point: what is possible between the visible operations."""

import os
import sys

from . import kernel as _kernel, threads
from .kernel import Operation


class Lines:
    """Which code is watched. `program` in `modules` is all code that belongs to no package of the interpreter."""

    def __init__(self, modules, opcodes):
        self.modules = tuple(modules)
        self.opcodes = opcodes
        self.program = "program" in modules
        self.watched = {}
        self.operations = {}

    def __call__(self, frame, event, arg):
        code = frame.f_code
        watched = self.watched.get(code)
        if watched is None:
            watched = self.watched[code] = self.watches(frame)
        if not watched:
            return None
        if self.opcodes:
            frame.f_trace_opcodes = True
        return self.at_opcode if self.opcodes else self.at_line

    def monitor(self):
        """As tracing every bytecode, which misses the first execution of a function from 3.12 on."""
        monitoring, tool = sys.monitoring, sys.monitoring.DEBUGGER_ID

        def started(code, offset):
            if self.watches(sys._getframe(1)):
                monitoring.set_local_events(tool, code, monitoring.events.INSTRUCTION)
            return monitoring.DISABLE

        def instruction(code, offset):
            frame = sys._getframe(1)
            self.point(frame, frame.f_lineno)

        monitoring.use_tool_id(tool, "interloop")
        monitoring.register_callback(tool, monitoring.events.PY_START, started)
        monitoring.register_callback(tool, monitoring.events.INSTRUCTION, instruction)
        monitoring.set_events(tool, monitoring.events.PY_START)

    def watches(self, frame):
        name = frame.f_globals.get("__name__", "")
        if name.startswith("interloop_agent"):
            return False
        if self.program and not _of_library(frame.f_code.co_filename):
            return True
        return any(name == module or name.startswith(module + ".") for module in self.modules)

    def at_line(self, frame, event, arg):
        if event == "line":
            self.point(frame, frame.f_lineno)
        return self.at_line

    def at_opcode(self, frame, event, arg):
        if event == "opcode":
            self.point(frame, frame.f_lineno)
        return self.at_opcode

    def point(self, frame, line):
        key = (frame.f_code.co_filename, line)
        operation = self.operations.get(key)
        if operation is None:
            words = "line %d of %s" % (line, os.path.basename(key[0]))
            operation = self.operations[key] = Operation(words, None, "write")
        kernel = _kernel.kernel
        if kernel.ending is None and len(kernel.threads) > 1:
            kernel.point(operation)


def _of_library(filename):
    from .locks import _LIBRARY

    return filename.startswith(_LIBRARY) or "site-packages" in filename or filename.startswith("<")


def install(job):
    """Watches the modules that a job names."""
    if not job.get("lines"):
        return
    lines = Lines(job["lines"], job.get("opcodes", False))
    if lines.opcodes and hasattr(sys, "monitoring"):
        lines.monitor()
        return
    threads.on_begin.append(lambda: sys.settrace(lines))
    sys.settrace(lines)
