"""What the loops of real CPython say to wrong arguments and after they are closed: see spec/judge.py."""

import asyncio
import logging
import re
import warnings

warnings.simplefilter("ignore")


class Logged(logging.Handler):
    """Keeps what is logged: the message, and the last line of a traceback."""

    def __init__(self):
        super().__init__()
        self.lines = []

    def emit(self, record):
        self.lines += record.getMessage().splitlines()
        if record.exc_info:
            self.lines.append("%s: %s" % (type(record.exc_info[1]).__name__, record.exc_info[1]))


logged = Logged()
logging.getLogger("asyncio").addHandler(logged)
logging.getLogger("asyncio").propagate = False


def failure(call):
    try:
        return re.sub(r"0x[0-9a-f]+", "0x..", repr(call()))
    except Exception as error:
        return "%s: %s" % (type(error).__name__, error)


def attempt(call):
    """What a call with a loop gives, and what was logged until the loop has turned twice and is closed."""
    loop = asyncio.new_event_loop()
    del logged.lines[:]
    answer = failure(lambda: call(loop))
    for _ in range(2):
        loop.stop()
        loop.run_forever()
    loop.close()
    return [answer, logged.lines[:]]


async def coroutine():
    pass


def run(value):
    """run_until_complete() of something."""

    def call(loop):
        loop.call_soon(loop.call_soon, loop.stop)
        return loop.run_until_complete(value)

    return call


def debug(call):
    def call_in_debug_mode(loop):
        loop.set_debug(True)
        return call(loop)

    return call_in_debug_mode


CALLS = {
    "call_soon None": lambda loop: loop.call_soon(None) and 0,
    "call_soon 42": lambda loop: loop.call_soon(42, "argument") and 0,
    "call_soon 'text'": lambda loop: loop.call_soon("text") and 0,
    "call_later None": lambda loop: loop.call_later(None, print),
    "call_later 'text'": lambda loop: loop.call_later("text", print),
    "call_at None": lambda loop: loop.call_at(None, print),
    "debug call_soon 42": debug(lambda loop: loop.call_soon(42)),
    "debug call_soon None": debug(lambda loop: loop.call_soon(None)),
    "debug call_later 42": debug(lambda loop: loop.call_later(1, 42)),
    "debug call_at 'text'": debug(lambda loop: loop.call_at(1, "text")),
    "debug call_soon_threadsafe 42": debug(lambda loop: loop.call_soon_threadsafe(42)),
    "run_until_complete None": run(None),
    "run_until_complete 42": run(42),
    "run_until_complete list": run([1]),
    "create_task None": lambda loop: loop.create_task(None),
    "create_task 42": lambda loop: loop.create_task(42),
    "create_task list": lambda loop: loop.create_task([1]),
    "create_task future": lambda loop: loop.create_task(loop.create_future()),
    "run_until_complete future of another loop": lambda loop: run(asyncio.new_event_loop().create_future())(loop),
    "run_until_complete stopped": lambda loop: run(loop.create_future())(loop),
    "set_task_factory 42": lambda loop: loop.set_task_factory(42),
    "set_task_factory None": lambda loop: loop.set_task_factory(None),
    "set_exception_handler 'text'": lambda loop: loop.set_exception_handler("text"),
    "set_exception_handler None": lambda loop: loop.set_exception_handler(None),
    "handlers": lambda loop: [loop.get_exception_handler(), loop.get_task_factory(), loop.get_debug()],
    "call_exception_handler empty": lambda loop: loop.call_exception_handler({}),
    "call_exception_handler keys": lambda loop: loop.call_exception_handler({"zz": [1], "message": "text", "aa": None}),
    "default_exception_handler": lambda loop: loop.default_exception_handler({"exception": ValueError("text")}),
    "repr": lambda loop: [loop, loop.set_debug(True), loop],
}

WHEN_CLOSED = {
    "call_soon": lambda loop: loop.call_soon(print),
    "call_later": lambda loop: loop.call_later(1, print),
    "call_later None": lambda loop: loop.call_later(None, print),
    "call_at": lambda loop: loop.call_at(1, print),
    "call_at None": lambda loop: loop.call_at(None, print),
    "call_soon_threadsafe": lambda loop: loop.call_soon_threadsafe(print),
    "run_forever": lambda loop: loop.run_forever(),
    "run_until_complete": lambda loop: loop.run_until_complete(loop.create_future()),
    "run_until_complete 42": lambda loop: loop.run_until_complete(42),
    "create_task": lambda loop: loop.create_task(coroutine()),
    "create_task 42": lambda loop: loop.create_task(42),
    "ensure_future": lambda loop: asyncio.ensure_future(coroutine(), loop=loop),
    "run_coroutine_threadsafe": lambda loop: asyncio.run_coroutine_threadsafe(coroutine(), loop),
    "run_coroutine_threadsafe 42": lambda loop: asyncio.run_coroutine_threadsafe(42, loop),
    "stop": lambda loop: loop.stop(),
    "close": lambda loop: loop.close(),
    "create_future": lambda loop: loop.create_future(),
    "states": lambda loop: [loop.is_running(), loop.is_closed(), loop.get_debug()],
    "set_debug": lambda loop: [loop.set_debug(True), loop.get_debug()],
    "call_exception_handler": lambda loop: loop.call_exception_handler({}),
    "set_result": lambda loop: loop.create_future().set_result(1),
    "set_result with a callback": lambda loop: with_callback(loop).set_result(1),
    "cancel with a callback": lambda loop: with_callback(loop).cancel(),
    "add_done_callback": lambda loop: done_future(loop).add_done_callback(print),
    "repr": lambda loop: loop,
}


def with_callback(loop):
    future = loop.create_future()
    future.add_done_callback(print)
    return future


def done_future(loop):
    future = loop.create_future()
    future.set_result(1)
    return future


def ask_closed(call):
    loop = asyncio.new_event_loop()
    loop.close()
    del logged.lines[:]
    return [failure(lambda: call(loop)), logged.lines[:]]


def dropped():
    """What is in a loop when it is closed is never run, and a timer that is cancelled later does no harm."""
    loop, seen = asyncio.new_event_loop(), []
    handle, timer = loop.call_soon(seen.append, "soon"), loop.call_later(0, seen.append, "later")
    loop.close()
    handle.cancel()
    timer.cancel()
    return [seen, handle.cancelled(), timer.cancelled(), len(loop._ready), len(loop._scheduled)]


def answers():
    found = [[name, attempt(call)] for name, call in CALLS.items()]
    found += [["closed: " + name, ask_closed(call)] for name, call in WHEN_CLOSED.items()]
    return found + [["dropped", dropped()]]
