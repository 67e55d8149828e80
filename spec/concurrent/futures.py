"""What real CPython's concurrent futures do in every state: see spec/judge.py."""

import concurrent.futures
import logging
import re
import threading

STATES = ["PENDING", "RUNNING", "CANCELLED", "CANCELLED_AND_NOTIFIED", "FINISHED", "FAILED"]


class Logged(logging.Handler):
    """Keeps what is logged, with the last line of a traceback."""

    def __init__(self):
        super().__init__()
        self.lines = []

    def emit(self, record):
        text = record.getMessage()
        if record.exc_info:
            text += " / %s: %s" % (record.exc_info[0].__name__, record.exc_info[1])
        self.lines.append("%s %s" % (record.levelname, anonymous(text)))


logged = Logged()
logging.getLogger("concurrent.futures").addHandler(logged)
logging.getLogger("concurrent.futures").propagate = False


def anonymous(text):
    return re.sub(r"Future \d+ in", "Future .. in", re.sub(r"0x[0-9a-f]+", "0x..", text))


def failure(call):
    try:
        return anonymous(repr(call()))
    except BaseException as error:
        return "%s: %s" % (type(error).__name__, anonymous(str(error)))


def in_state(state):
    future = concurrent.futures.Future()
    if state.startswith("CANCELLED"):
        future.cancel()
    if state in ("RUNNING", "CANCELLED_AND_NOTIFIED"):
        future.set_running_or_notify_cancel()
    if state == "FINISHED":
        future.set_result("value")
    if state == "FAILED":
        future.set_exception(ValueError("text"))
    return future


METHODS = {
    "cancel": lambda future: future.cancel(),
    "cancelled": lambda future: future.cancelled(),
    "running": lambda future: future.running(),
    "done": lambda future: future.done(),
    "result": lambda future: future.result(timeout=0),
    "exception": lambda future: future.exception(timeout=0),
    "set_running_or_notify_cancel": lambda future: future.set_running_or_notify_cancel(),
    "set_result": lambda future: future.set_result(1),
    "set_exception": lambda future: future.set_exception(KeyError("key")),
    "add_done_callback": lambda future: future.add_done_callback(lambda done: logged.lines.append("called")),
    "repr": repr,
}


def call(state, method):
    """What a call gives, what was logged or called, and what the future is then."""
    future = in_state(state)
    del logged.lines[:]
    answer = failure(lambda: METHODS[method](future))
    return [answer, logged.lines[:], anonymous(repr(future))]


def order_of_callbacks():
    """Callbacks are called in order, by the thread that completes the future, before that call returns."""
    future, seen = concurrent.futures.Future(), []

    def note(name):
        return lambda done: seen.append("%s in %s: %s" % (name, threading.current_thread().name, done is future))

    def adds(done):
        seen.append("adds")
        done.add_done_callback(note("added"))
        seen.append("has added")

    for callback in (note("first"), adds, note("last")):
        future.add_done_callback(callback)
    thread = threading.Thread(target=lambda: [future.set_result(0), seen.append("set")], name="worker")
    thread.start()
    thread.join()
    future.add_done_callback(note("late"))
    return seen


def failing_callbacks():
    """What a callback raises is logged, and the others are called; but what is no Exception goes on to the caller."""
    found = []
    for error in (ValueError("first"), KeyboardInterrupt("second")):
        future, seen = concurrent.futures.Future(), []

        def fails(done):
            raise error

        future.add_done_callback(fails)
        future.add_done_callback(lambda done: seen.append("called"))
        del logged.lines[:]
        found += [failure(lambda: future.set_result(0)), seen, logged.lines[:], anonymous(repr(future))]
        del logged.lines[:]
        found += [failure(lambda: future.add_done_callback(fails)), logged.lines[:]]
    return found


def callbacks_of_cancel():
    future, seen = concurrent.futures.Future(), []
    future.add_done_callback(lambda done: seen.append(anonymous(repr(done))))
    return [future.cancel(), seen[:], future.cancel(), future.set_running_or_notify_cancel(), seen]


def results():
    """Odd values as results and exceptions."""
    found = []
    for value in (None, [], "text", ValueError("a value")):
        future = concurrent.futures.Future()
        future.set_result(value)
        found += [repr(future.result()), repr(future.exception()), anonymous(repr(future))]
    error = ValueError("raised")
    future = concurrent.futures.Future()
    future.set_exception(error)
    found += [future.exception() is error, failure(future.result), failure(future.result), anonymous(repr(future))]
    future = concurrent.futures.Future()
    future.set_exception(None)
    return found + [failure(future.result), failure(future.exception), anonymous(repr(future))]


def waiters():
    """Every thread that waits gets the outcome; one that waits for a cancelled future gets its CancelledError."""
    found = []
    for complete in ("set_result", "set_exception", "cancel"):
        future, seen = concurrent.futures.Future(), []
        threads = [threading.Thread(target=lambda: seen.append(failure(future.result))) for _ in range(2)]
        threads.append(threading.Thread(target=lambda: seen.append(failure(future.exception))))
        for thread in threads:
            thread.start()
        getattr(future, complete)(*{"set_result": ["value"], "set_exception": [ValueError("text")], "cancel": []}[complete])
        for thread in threads:
            thread.join()
        found.append(sorted(seen))
    return found


QUESTIONS = [order_of_callbacks, failing_callbacks, callbacks_of_cancel, results, waiters]


def answers():
    found = [["%s %s" % (state, method), call(state, method)] for state in STATES for method in METHODS]
    return found + [[question.__name__, question()] for question in QUESTIONS]
