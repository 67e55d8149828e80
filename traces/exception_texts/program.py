"""How exceptions print: str, repr, and the last line of a traceback, for the classes of the floor."""

import asyncio
import concurrent.futures
import traceback


class Custom(Exception):
    pass


class WithText(Exception):
    def __str__(self):
        return "its own text"


def show(error):
    print(repr(error), "|", str(error), "|", "".join(traceback.format_exception_only(type(error), error)).rstrip("\n"))


if __name__ == "__main__":
    show(ValueError())
    show(ValueError(""))
    show(ValueError("text"))
    show(ValueError("two", "arguments"))
    show(ValueError(42))
    show(ValueError(None))
    show(ValueError(("a tuple",)))
    show(ValueError("line one\nline two"))
    show(ValueError(ValueError("inner")))
    show(KeyError("key"))
    show(KeyError())
    show(KeyError(1, 2))
    show(OSError("text"))
    show(StopIteration("value"))
    show(SystemExit(3))
    show(KeyboardInterrupt())
    show(TimeoutError())
    show(Custom("custom"))
    show(WithText("ignored"))
    show(asyncio.CancelledError("message"))
    show(asyncio.TimeoutError("text"))
    show(asyncio.InvalidStateError("invalid state"))
    show(concurrent.futures.CancelledError())
    show(concurrent.futures.TimeoutError())
    show(concurrent.futures.InvalidStateError("text"))
    print(asyncio.CancelledError.__mro__[1].__name__, concurrent.futures.CancelledError.__mro__[1].__name__)
