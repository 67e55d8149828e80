"""Calendar times of the modules `time` and `datetime` on the virtual clock: those that read the clock in C."""

import gc
import sys
import time
import warnings

from . import kernel as _kernel

_UTCNOW = (
    "datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. "
    "Use timezone-aware objects to represent datetimes in UTC: datetime.datetime.now(datetime.UTC)."
)

#: The clocks of `clock_gettime` that tell the time of day, and those that tell for how long the processor has worked.
_CALENDAR = ("CLOCK_REALTIME", "CLOCK_REALTIME_COARSE", "CLOCK_TAI")
_WORK = ("CLOCK_PROCESS_CPUTIME_ID", "CLOCK_THREAD_CPUTIME_ID")
#: Seconds of work that one step of the scheduler stands for.
_STEP = 1e-6


def _filled(name, place):
    """A function of `time` whose argument at a place is the present time where it is missing."""
    original = getattr(time, name)

    def function(*args):
        if _kernel.kernel is not None:
            takes_none = name in _SECONDS and len(args) == place + 1 and args[place] is None
            if len(args) == place or takes_none:
                now = time.time()
                args = args[:place] + (now if name in _SECONDS else time.localtime(now),)
        return original(*args)

    return function


#: Those whose argument is a number of seconds, or None.
_SECONDS = ("localtime", "gmtime", "ctime")


def work():
    """Seconds for which the processor has worked: a fixed time for each step, so that it is the same in every run."""
    return _kernel.kernel.steps * _STEP


def _worked(name):
    original = getattr(time, name)

    def function():
        if _kernel.kernel is None:
            return original()
        return int(round(work() * 1e9)) if name.endswith("_ns") else work()

    return function


def _gettime(name):
    original = getattr(time, name)
    calendar = {getattr(time, clock) for clock in _CALENDAR if hasattr(time, clock)}
    working = {getattr(time, clock) for clock in _WORK if hasattr(time, clock)}

    def function(*args):
        original(*args)
        if _kernel.kernel is None:
            return original(*args)
        if args[0] in working:
            seconds = work
        else:
            seconds = time.time if args[0] in calendar else time.monotonic
        return int(round(seconds() * 1e9)) if name.endswith("_ns") else seconds()

    return function


def _install_time():
    made = {name: _filled(name, 0) for name in ("localtime", "gmtime", "ctime", "asctime")}
    made["strftime"] = _filled("strftime", 1)
    for name in ("process_time", "process_time_ns", "thread_time", "thread_time_ns"):
        if hasattr(time, name):
            made[name] = _worked(name)
    for name in ("clock_gettime", "clock_gettime_ns"):
        if hasattr(time, name):
            made[name] = _gettime(name)
    for name, function in made.items():
        function.__name__ = function.__qualname__ = name
        function.__doc__ = getattr(time, name).__doc__
        setattr(time, name, function)


def _install_datetime():
    """
    Replaces `now` and `utcnow` in the class `datetime` itself, which is one of C: a class of our own would be another
    type for whoever looks. Its dictionary can be had as what its proxy refers to. Where that is not so, dates stay real.
    """
    try:
        import _datetime
    except ImportError:
        return
    members = next((found for found in gc.get_referents(vars(_datetime.datetime)) if type(found) is dict), {})
    if not {"now", "utcnow"} <= members.keys():
        return
    real_now, real_utcnow = members["now"], members["utcnow"]

    def now(cls, tz=None):
        if _kernel.kernel is None or not (tz is None or isinstance(tz, _datetime.tzinfo)):
            return real_now.__get__(None, cls)(tz)
        return cls.fromtimestamp(time.time(), tz)

    def utcnow(cls):
        if _kernel.kernel is None:
            return real_utcnow.__get__(None, cls)()
        if sys.version_info >= (3, 12):
            warnings.warn(_UTCNOW, DeprecationWarning, stacklevel=2)
        return cls.fromtimestamp(time.time(), _datetime.timezone.utc).replace(tzinfo=None)

    for function, original in ((now, real_now), (utcnow, real_utcnow)):
        function.__qualname__ = "datetime." + function.__name__
        function.__doc__ = original.__doc__
        members[function.__name__] = classmethod(function)


def install():
    """Puts all of this in place."""
    _install_time()
    _install_datetime()
