"""The agent's own frames are no business of the program: tracebacks and stacks are shown without them."""

import functools
import os
import sys
import traceback
import types
import warnings

_HERE = os.path.dirname(os.path.dirname(__file__)) + os.sep


def is_ours(filename):
    """Whether a file is one of the agent."""
    return filename.startswith(_HERE)


def cleaned(trace):
    """A traceback without the agent's frames. What follows its first link is taken out in place."""
    while trace is not None and is_ours(trace.tb_frame.f_code.co_filename):
        trace = trace.tb_next
    link = trace
    while link is not None:
        following = link.tb_next
        while following is not None and is_ours(following.tb_frame.f_code.co_filename):
            following = following.tb_next
        if following is not link.tb_next:
            link.tb_next = following
        link = following
    return trace


def clean(error):
    """Cleans the traceback of an exception, and of all that it came from."""
    left, seen = [error], set()
    while left:
        error = left.pop()
        if not isinstance(error, BaseException) or id(error) in seen:
            continue
        seen.add(id(error))
        error.__traceback__ = cleaned(error.__traceback__)
        left += (error.__cause__, error.__context__)
        left.extend(getattr(error, "exceptions", None) or ())


def clean_report(args):
    """Cleans what a hook was called with: a type, a value and a traceback, or one object that has them."""
    if len(args) == 3:
        clean(args[1])
    elif len(args) == 1:
        clean(getattr(args[0], "exc_value", None))
        cleaned(getattr(args[0], "exc_traceback", None))


#: Where the interpreter says it is when it runs none of the program's code.
_NOWHERE = ("<sys>", 0) if sys.version_info >= (3, 13) else ("sys", 1)
_CALL = compile("call()", _NOWHERE[0], "exec")
_CALL = _CALL.replace(co_firstlineno=_CALL.co_firstlineno + _NOWHERE[1] - 1)


def outside(function):
    """Calls a function as the interpreter does at its end: warnings find no frame to name, and nothing to import."""
    for _ in range(3):
        function = functools.partial(exec, _CALL, {"call": function, "__name__": "sys"})
    absent = "tracemalloc" not in sys.modules
    sys.modules.setdefault("tracemalloc", None)
    function()
    if absent:
        del sys.modules["tracemalloc"]


def unraisable(error, message, object):
    """Tells of an exception that nobody can catch, by the program's `sys.unraisablehook`."""

    class Probe:
        def __del__(self):
            raise ValueError

    # Only the interpreter has the class of what the hook is called with.
    hook, seen = sys.unraisablehook, []
    sys.unraisablehook = lambda args: seen.append(type(args))
    Probe()
    sys.unraisablehook = hook
    clean(error)
    hook(seen[0]((type(error), error, error.__traceback__, message, object)))


def install():
    """Hides the frames wherever the library shows some."""
    summary = traceback.StackSummary
    name = "_extract_from_extended_frame_gen"
    if not hasattr(summary, name):
        name = "extract"
    original = getattr(summary, name).__func__

    def extract(cls, frames, **options):
        shown = (pair for pair in frames if not is_ours(pair[0].f_code.co_filename))
        return original(cls, shown, **options)

    extract.__name__ = name
    setattr(summary, name, classmethod(extract))
    install_origins()
    install_limit()


def install_origins():
    """Where a coroutine was made is told without the agent's frames: by the library, with another `reversed`."""
    original = getattr(warnings, "_warn_unawaited_coroutine", None)
    if original is None:
        return

    def shown(origin):
        return [place for place in reversed(origin) if not is_ours(place[0])]

    names = dict(original.__globals__, reversed=shown)
    warnings._warn_unawaited_coroutine = types.FunctionType(original.__code__, names, original.__name__)


#: How much deeper a program may go than it asks for, since it has the agent's frames below it.
extra = 0
_get_limit, _set_limit = sys.getrecursionlimit, sys.setrecursionlimit


def make_room():
    """Called by whoever calls the program: its frames do not count."""
    global extra
    limit, extra, frame = _get_limit() - extra, 0, sys._getframe(1)
    while frame is not None:
        extra, frame = extra + 1, frame.f_back
    if sys.version_info < (3, 12):
        # There `Context.run` and `exec` count too.
        extra += 2
    _set_limit(limit + extra)


def install_limit():
    """The limit of recursion counts the program's frames only."""

    def getrecursionlimit():
        return _get_limit() - extra

    def setrecursionlimit(*args):
        if len(args) == 1 and isinstance(args[0], int) and args[0] > 0:
            args = (args[0] + extra,)
        return _set_limit(*args)

    for function, original in ((getrecursionlimit, _get_limit), (setrecursionlimit, _set_limit)):
        function.__qualname__ = function.__name__
        function.__doc__ = original.__doc__
        setattr(sys, function.__name__, function)
