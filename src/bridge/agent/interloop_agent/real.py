"""What the interpreter really offers, taken before anything is replaced: the agent's own threads, locks and clock."""

import _thread
import atexit
import os
import sys
import time
import types

#: What the modules that the agent imports have registered with `atexit`, in order.
at_exit = []


def remember_exits():
    """Begins to collect what is registered with `atexit`. Returns what ends that."""
    original = atexit.register

    def register(function, *args, **keywords):
        at_exit.append((function, args, keywords))
        return original(function, *args, **keywords)

    def end():
        atexit.register = original

    atexit.register = register
    return end


allocate_lock = _thread.allocate_lock
get_ident = _thread.get_ident
monotonic = time.monotonic
sleep = time.sleep
_exit = os._exit
write = os.write
read = os.read

#: A stand-in for the module `time` with the real clock, for what must not move the virtual one, such as log records.
time_module = types.ModuleType("time")
time_module.__dict__.update(time.__dict__)

if hasattr(_thread, "start_joinable_thread"):
    _start = _thread.start_joinable_thread

    def start_thread(function):
        """Starts a thread of the operating system. Returns a function that waits until nothing of it is left."""
        return _start(function, daemon=True).join

else:
    _start_new_thread = _thread.start_new_thread
    _set_sentinel = _thread._set_sentinel

    def start_thread(function):
        """Starts a thread of the operating system. Returns a function that waits until nothing of it is left."""
        sentinels = []

        def body():
            sentinels.append(_set_sentinel())
            function()

        _start_new_thread(body, ())
        # The interpreter releases the sentinel when it has deleted the state of the thread.
        return lambda: sentinels[0].acquire()


MINOR = sys.version_info[1]
