"""A coroutine driven by hand: send, throw, close, and their errors."""

import asyncio


class Yields:
    def __await__(self):
        return (yield "yielded")


async def worker():
    try:
        return await Yields()
    except KeyError as error:
        return "caught " + repr(error)


def attempt(label, action, *args):
    try:
        print(label, action(*args))
    except StopIteration as error:
        print(label, "StopIteration", repr(error.value))
    except (RuntimeError, TypeError, ValueError) as error:
        print(label, type(error).__name__ + ":", error)


if __name__ == "__main__":
    print(asyncio.iscoroutine(worker), asyncio.iscoroutinefunction(worker))
    coroutine = worker()
    print(asyncio.iscoroutine(coroutine))
    attempt("send a value first:", coroutine.send, 42)
    attempt("send None:", coroutine.send, None)
    attempt("send 42:", coroutine.send, 42)
    attempt("send again:", coroutine.send, None)
    coroutine = worker()
    attempt("send None:", coroutine.send, None)
    attempt("throw KeyError:", coroutine.throw, KeyError("k"))
    attempt("throw again:", coroutine.throw, KeyError("k"))
    coroutine = worker()
    attempt("throw before start:", coroutine.throw, ValueError("v"))
    coroutine = worker()
    attempt("close before start:", coroutine.close)
    attempt("send after close:", coroutine.send, None)
    coroutine = worker()
    attempt("send None:", coroutine.send, None)
    attempt("close:", coroutine.close)
    attempt("close again:", coroutine.close)
