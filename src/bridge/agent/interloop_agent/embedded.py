"""One execution in this very process, for an interpreter without processes and threads: the one that `embedded.js` beside this package loads.

Each execution has an interpreter of its own, which ends with it.
"""

import json
import os
import signal
import sys

#: What the embedding host has put in the way of asyncio's own loops and of `time.sleep`.
_HOST = "pyodide.webloop"

_run = None


def prepare(tracing, stalled):
    """Patches the library, once and before anything else. `stalled(stack)` takes what is told when the host asks where the program is."""
    global _run
    sys.dont_write_bytecode = True
    take_back()
    from . import escape, install, locks, real

    # Where the library is a zip file, that is not where `sysconfig` looks for it.
    locks._LIBRARY += (os.path.dirname(os.__file__),)
    _run = install.everything(tracing)
    escape._INNER.update(("threading", "_thread", "concurrent.futures.thread", "asyncio.base_events", "asyncio.threads"))
    real.start_thread = lambda function: escape.escape("threading.Thread.start")
    # The program is to get as far as the call that is told of it.
    sys.modules["subprocess"]._can_fork_exec = True
    signal.signal(signal.SIGUSR1, lambda number, frame: stalled(stack_of(frame)))


def take_back():
    """Undoes what the host has replaced; asyncio is imported anew."""
    import _asyncio
    import time

    _asyncio._set_running_loop(None)
    host = sys.modules.get(_HOST)
    if hasattr(host, "_orig_sleep"):
        time.sleep = host._orig_sleep
    for name in list(sys.modules):
        if name.partition(".")[0] in ("asyncio", "_asyncio"):
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
    _run(json.loads(job), lambda message: send(json.dumps(message)), lambda: {"way": answer()})
