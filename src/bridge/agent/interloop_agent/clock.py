"""The clocks of the module `time` on the virtual one, and `sleep`."""

import sys
import time

from . import kernel as _kernel, locks, real
from .kernel import NAP, SLEEP

#: What `time.time()` says when the virtual clock stands at 0, in seconds since 1970.
EPOCH = 1_700_000_000

_real_sleep = time.sleep


def _clock(name, read):
    original = getattr(time, name)

    def clock():
        return original() if _kernel.kernel is None else read(_kernel.kernel.read_clock())

    clock.__name__ = clock.__qualname__ = name
    clock.__doc__ = original.__doc__
    return clock


def _nanoseconds(seconds):
    return int(round(seconds * 1e9))


clocks = {
    "monotonic": _clock("monotonic", lambda now: now),
    "perf_counter": _clock("perf_counter", lambda now: now),
    "time": _clock("time", lambda now: EPOCH + now),
    "monotonic_ns": _clock("monotonic_ns", _nanoseconds),
    "perf_counter_ns": _clock("perf_counter_ns", _nanoseconds),
    "time_ns": _clock("time_ns", lambda now: EPOCH * 10**9 + _nanoseconds(now)),
}


def sleep(*args, **keywords):
    """Stands in for `time.sleep`."""
    kernel = _kernel.kernel
    if kernel is None or keywords or len(args) != 1:
        return _real_sleep(*args, **keywords)
    seconds = args[0]
    if type(seconds) not in (int, float) or not 0 < seconds < 1e9:
        seconds = _checked(seconds)
    if seconds > 0:
        kernel.point(SLEEP, kernel.now + seconds)
    else:
        kernel.point(NAP)


def _checked(seconds):
    """An odd argument of `sleep` as a number. The real one says what is wrong with it, without a sleep."""
    if not isinstance(seconds, (int, float)):
        seconds = locks.seconds(seconds)
    if not 0 <= seconds <= 9e9:
        _real_sleep(seconds)
    return seconds


def install():
    """Replaces the clocks, also where a module has taken one for itself."""
    replacements = {id(getattr(time, name)): clock for name, clock in clocks.items()}
    replacements[id(time.sleep)] = sleep
    for name, clock in clocks.items():
        setattr(time, name, clock)
    time.sleep = sleep
    replace_everywhere(replacements)
    logging = sys.modules.get("logging")
    if logging is not None:
        # A log record bears the time; that read is not the program's.
        logging.time = real.time_module


def replace_everywhere(replacements):
    """Gives every module that is imported the new objects for the old: `replacements` by `id` of the old."""
    for name, module in list(sys.modules.items()):
        if module is None or name.startswith("interloop_agent") or module is real:
            continue
        for attribute, value in list(vars(module).items()):
            new = replacements.get(id(value))
            if new is not None:
                setattr(module, attribute, new)
