"""What real CPython's conditions and events do with what callers get wrong, and what they print: see spec/judge.py."""

import re
import threading
import time

COUNTS = [1, 0, -1, 2, 1.5, 0.5, 3, 10, float("inf"), float("nan")]


def anonymous(text):
    return re.sub(r"0x[0-9a-f]+", "0x..", re.sub(r"owner=[1-9]\d*", "owner=N", text))


def failure(call):
    try:
        return repr(call())
    except Exception as error:
        return "%s: %s" % (type(error).__name__, error)


def count_woken(count):
    """What notify() gives, and how many of three waiting threads it takes out of the queue."""
    condition = threading.Condition()

    def wait():
        with condition:
            condition.wait()

    for number in range(3):
        threading.Thread(target=wait).start()
        while len(condition._waiters) <= number:
            time.sleep(0.001)
    with condition:
        answer = failure(lambda: condition.notify(count))
        left = len(condition._waiters)
        condition.notify_all()
    return [answer, 3 - left]


def not_held():
    condition, plain = threading.Condition(), threading.Condition(threading.Lock())
    calls = [condition.wait, condition.notify, condition.notify_all, condition.release, plain.wait, plain.notify, plain.release]
    return [failure(call) for call in calls] + [failure(lambda: condition.wait(-1)), failure(lambda: condition.notify(-1))]


def held_by_another_thread():
    """A condition's own lock knows its owner; a plain lock counts as held whoever holds it."""
    found = []
    for lock in (None, threading.Lock()):
        condition = threading.Condition(lock)
        condition.acquire()
        call = lambda: found.append([failure(condition.notify), failure(condition.release)])
        thread = threading.Thread(target=call)
        thread.start()
        thread.join()
    return found


def texts():
    condition, event = threading.Condition(), threading.Event()
    found = [repr(condition), repr(event)]
    condition.acquire()
    condition.acquire()
    event.set()
    found += [repr(condition), repr(event)]
    plain = threading.Condition(threading.Lock())
    plain.acquire()
    return [anonymous(text) for text in found + [repr(plain)]]


def waiting_text():
    condition = threading.Condition()

    def wait():
        with condition:
            condition.wait()

    threading.Thread(target=wait).start()
    while not condition._waiters:
        time.sleep(0.001)
    with condition:
        text = repr(condition)
        condition.notify()
    return anonymous(text)


def results():
    """What the calls return."""
    condition, event = threading.Condition(), threading.Event()
    with condition as entered:
        found = [entered, condition.wait(0), condition.wait(-1), condition.acquire(), condition.release(), condition.notify()]
        found += [condition.notify_all(), condition.wait_for(lambda: 7), condition.wait_for(lambda: [], 0)]
        found += [condition.wait_for(lambda: "", -1), condition.wait(0.001)]
    found += [event.is_set(), event.wait(0), event.wait(-1), event.set(), event.is_set(), event.wait(), event.clear()]
    return found + [event.is_set(), event.wait(0.001)]


def reads_of_wait_for():
    """How often wait_for() reads the clock when the predicate holds at the first, second and third look, with and without a timeout."""
    reads = []
    threading._time = lambda: reads.append(None) or 0.0
    found = []
    for looks in (1, 2, 3):
        for timeout in (None, 5):
            condition = threading.Condition()
            condition.wait = lambda left: True
            answers = iter([False] * (looks - 1) + [True])
            del reads[:]
            condition.wait_for(lambda: next(answers), timeout)
            found.append(len(reads))
    threading._time = time.monotonic
    return found


QUESTIONS = [not_held, held_by_another_thread, texts, waiting_text, results, reads_of_wait_for]


def answers():
    found = [["notify %s" % count, count_woken(count)] for count in COUNTS]
    return found + [[question.__name__, question()] for question in QUESTIONS]
