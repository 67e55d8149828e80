"""What real CPython says of numbers of seconds that are none, or that are too many: see spec/judge.py.

Questions: a call and a value. Answers: what the call returns, or the error's class and text.
"""

import concurrent.futures
import threading
import time

VALUES = {
    "inf": float("inf"),
    "-inf": float("-inf"),
    "nan": float("nan"),
    "10000000000": 10000000000,
    "-10000000000": -10000000000,
    "9999999999.5": 9999999999.5,
    "9223372037": 9223372037,
    "-1": -1,
    "-2": -2,
    "-0.5": -0.5,
    "0": 0,
    "'text'": "text",
    "[]": [],
}

held = threading.Lock()
held.acquire()
mine = threading.RLock()
mine.acquire()
event = threading.Event()
condition = threading.Condition()
condition.acquire()
future = concurrent.futures.Future()
done = concurrent.futures.Future()
done.set_result("value")


def join(timeout):
    go = threading.Event()
    thread = threading.Thread(target=go.wait)
    thread.start()
    try:
        return thread.join(timeout)
    finally:
        go.set()


CALLS = {
    "time.sleep": time.sleep,
    "lock.acquire(True)": lambda value: held.acquire(True, value),
    "lock.acquire(False)": lambda value: held.acquire(False, value),
    "rlock.acquire(True)": lambda value: mine.acquire(True, value),
    "event.wait": event.wait,
    "condition.wait": condition.wait,
    "condition.wait_for": lambda value: condition.wait_for(lambda: [], value),
    "thread.join": join,
    "future.result": future.result,
    "future.exception": future.exception,
    "done future.result": done.result,
}
# The first waits for ever, on purpose; the second asks again and again, since a NaN never runs out.
NOT_ASKED = {("lock.acquire(True)", "-1"), ("condition.wait_for", "nan")}


def answer(call, value):
    try:
        return repr(call(value))
    except Exception as error:
        return "%s: %s" % (type(error).__name__, error)


def answers():
    return [
        ["%s %s" % (call, value), answer(CALLS[call], VALUES[value])]
        for call in CALLS
        for value in VALUES
        if (call, value) not in NOT_ASKED
    ]
