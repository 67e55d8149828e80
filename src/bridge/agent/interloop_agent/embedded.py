"""One execution in this very process, for an interpreter without processes and threads: see `embedded.js` beside this package.

Each execution has an interpreter of its own, which ends with it.
"""

import json
import os
import signal
import sys
import types

#: What the embedding host has put in the way of asyncio's own loops and of `time.sleep`.
_HOST = "pyodide.webloop"

_run = None


def prepare(tracing):
    """Patches the library, once and before anything else."""
    global _run
    sys.dont_write_bytecode = True
    take_back()
    import subprocess

    from . import escape, install, locks, real

    # Where the library is a zip file, that is not where `sysconfig` looks for it.
    locks._LIBRARY += (os.path.dirname(os.__file__),)
    _run = install.everything(tracing)
    real.start_thread = lambda function: escape.escape("threading.Thread.start")
    # The program is to get as far as the call that is told of it.
    subprocess._can_fork_exec = True


def take_back():
    """Undoes what the host has replaced; asyncio is imported anew. Its objects of JavaScript are no modules, and no business of a program."""
    import _asyncio
    import time

    _asyncio._set_running_loop(None)
    host = sys.modules.get(_HOST)
    if hasattr(host, "_orig_sleep"):
        time.sleep = host._orig_sleep
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in ("asyncio", "_asyncio") or not isinstance(module, types.ModuleType):
            del sys.modules[name]


def stack_of(frame):
    """A stack as `faulthandler` writes it."""
    lines = ["Current thread 0x1 (most recent call first):"]
    while frame is not None:
        lines.append('  File "%s", line %d in %s' % (frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name))
        frame = frame.f_back
    return "\n".join(lines)


def run(job, send, answer):
    """Runs a job, as JSON. `send` takes its messages as JSON; `answer()` waits for the way of a choice that was asked. Does not return."""

    def tell(message):
        send(json.dumps(message))

    # The host asks where a program is that says nothing.
    signal.signal(signal.SIGUSR1, lambda number, frame: tell({"type": "stack", "stack": stack_of(frame)}))
    _run(json.loads(job), tell, lambda: {"way": answer()})
