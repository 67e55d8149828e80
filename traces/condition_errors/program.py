"""Condition: waiting and notifying without the lock, and timeouts."""

import threading


def attempt(label, action, *args):
    try:
        print(label, action(*args))
    except RuntimeError as error:
        print(label, "RuntimeError:", error)


if __name__ == "__main__":
    for condition in (threading.Condition(), threading.Condition(threading.Lock())):
        attempt("wait:", condition.wait)
        attempt("notify:", condition.notify)
        attempt("notify_all:", condition.notify_all)
        with condition:
            attempt("wait(0.01):", condition.wait, 0.01)
            attempt("wait_for(false, 0.01):", condition.wait_for, lambda: False, 0.01)
            attempt("wait_for(true):", condition.wait_for, lambda: "value")
            attempt("notify:", condition.notify)
