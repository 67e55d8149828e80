"""Whether a process is as it was before an execution, so that the next one can take place in it.

A fork costs more than a small program. So where a job allows it, a process that has ended its run tries to undo what the run has changed in
the interpreter, and then compares the interpreter with what it was at first: the variables of all modules, the classes and containers
of those that concurrent programs use, threads, tasks, signals, warnings, the environment. Only where nothing differs it takes another job; otherwise it ends. So a
program that changes more than it can undo, or imports what cannot be unloaded, has each execution in a process of its own.
"""

import asyncio
import atexit
import gc
import itertools
import logging
import os
import signal
import sys
import threading
import types
import warnings
from concurrent.futures import thread as pools

from . import kernel as _kernel, loops, real, tasks

#: After so many executions a process ends, so that what nobody sees cannot pile up.
MOST = 500

#: Modules whose classes and containers are compared too.
CLOSELY = ("asyncio", "threading", "concurrent", "queue", "selectors", "logging", "contextlib", "weakref", "functools", "time")

#: Variables that every run sets, or that `undo` sets anew.
RESET = {
    "sys": {
        "argv", "stdout", "stderr", "__stdout__", "__stderr__", "last_type", "last_value", "last_traceback", "last_exc",
    },
    "threading": {"_counter", "_active", "_shutdown_locks", "_active_limbo_lock"},
    "builtins": {"_"},
}  # fmt: skip

_DIFFERENT = object()


class Baseline:
    """What the interpreter is like before the first execution."""

    def __init__(self):
        self.modules = dict(sys.modules)
        self.variables = []
        self.containers = []
        self.classes = []
        for name, module in self.modules.items():
            if isinstance(module, types.ModuleType) and not name.startswith(("interloop_agent", "__main__")):
                self.take(name, module)
        self.containers += [(warnings.filters, list(warnings.filters)), (os.environ._data, dict(os.environ._data))]
        self.path = list(sys.path[1:])
        self.signals = self.handlers()
        self.numbers = self.settings()
        self.threading_atexits = list(getattr(threading, "_threading_atexits", []))
        self.is_debug_mode = asyncio.coroutines._is_debug_mode

    def take(self, name, module):
        """Keeps a module's variables, and what they hold where that matters."""
        values = dict(vars(module))
        for variable in RESET.get(name, ()):
            values.pop(variable, None)
        self.variables.append((name, vars(module), values))
        if not name.startswith(CLOSELY):
            return
        for variable, value in values.items():
            if isinstance(value, type) and value.__module__ == name:
                self.classes.append((value, dict(vars(value))))
            elif type(value) in (dict, list, set) and not variable.endswith(("cache", "__")):
                self.containers.append((value, value.copy()))

    @staticmethod
    def handlers():
        return [signal.getsignal(number) for number in range(1, 32) if number not in (signal.SIGKILL, signal.SIGSTOP)]

    @staticmethod
    def settings():
        limits = sys.getrecursionlimit(), sys.getswitchinterval(), sys.gettrace(), sys.getprofile()
        return limits + (gc.isenabled(), gc.get_threshold(), logging.root.level, len(logging.root.handlers))

    # ---- after a run ------------------------------------------------------------------------------------------------

    def restore(self):
        """Undoes what can be undone. Returns whether everything is as it was."""
        tasks.execution.kernel.on_end = None
        tasks.execution = None
        _kernel.start(None)
        clean = self.unload() and self.undo() and self.same()
        # What has survived is nothing of the program's, and need not be looked at again.
        gc.freeze()
        return clean

    def unload(self):
        """Forgets the modules that the program has imported; false where one cannot be loaded anew."""
        for name in [name for name in sys.modules if name not in self.modules]:
            module = sys.modules[name]
            origin = getattr(getattr(module, "__spec__", None), "origin", None)
            if origin is None or not origin.endswith(".py"):
                return False
            del sys.modules[name]
            parent, _, last = name.rpartition(".")
            if parent in self.modules and getattr(self.modules[parent], last, None) is module:
                delattr(self.modules[parent], last)
        return True

    def undo(self):
        """Sets back what every run uses up. Returns whether nothing of the program is alive."""
        main = threading.main_thread()
        main._name, main._daemonic = "MainThread", False
        if hasattr(main, "_is_stopped"):
            main._is_stopped = False
        threading._active = {1: main}
        threading._counter = itertools.count(1).__next__
        if hasattr(threading, "_SHUTTING_DOWN"):
            threading._SHUTTING_DOWN = False
        if self.threading_atexits:
            threading._threading_atexits[:] = self.threading_atexits
        pools._shutdown = False
        pools._threads_queues.clear()
        pools.ThreadPoolExecutor._counter = itertools.count().__next__
        asyncio.coroutines._is_debug_mode = self.is_debug_mode
        loops.End.all.clear()
        loops.Ready.tasks = 0
        for function, args, keywords in real.at_exit:
            atexit.register(function, *args, **keywords)
        for name, variables, _ in self.variables:
            variables.pop("__warningregistry__", None)
        return self.nothing_left()

    @staticmethod
    def nothing_left():
        tasks = asyncio.tasks
        living = [getattr(tasks, name, ()) for name in ("_all_tasks", "_scheduled_tasks", "_eager_tasks", "_current_tasks")]
        threads = len(threading._dangling) == 1 and not threading._limbo
        return threads and asyncio._get_running_loop() is None and not any(len(kind) for kind in living)

    def same(self):
        """Whether nothing else differs from what it was."""
        if sys.path[1:] != self.path or self.handlers() != self.signals or self.settings() != self.numbers:
            return False
        if atexit._ncallbacks() != len(real.at_exit):
            return False
        for name, variables, values in self.variables:
            if len(variables) != len(values) or name in RESET:
                extra = variables.keys() - values.keys() - RESET.get(name, set())
                if extra or any(variables.get(key, _DIFFERENT) is not value for key, value in values.items()):
                    return False
            elif variables != values:
                return False
        for container, copy in self.containers:
            if container != copy:
                return False
        for cls, members in self.classes:
            if vars(cls) != members and not _only_counters(cls, members):
                return False
        return True


def _only_counters(cls, members):
    """Whether a class differs only in the counter that every run begins anew."""
    now = dict(vars(cls))
    return now.pop("_counter", None) is not None and now == {k: v for k, v in members.items() if k != "_counter"}


def allowed(job):
    """Whether a job may share its process with others."""
    plain = not job.get("trace") and not job.get("lines") and not job.get("ask")
    return bool(job.get("reuse")) and plain and real.MINOR <= 13
