"""RLock.locked and Condition.locked came with 3.14."""

import threading


def attempt(action):
    try:
        print(action())
    except AttributeError as error:
        print(error)


if __name__ == "__main__":
    lock = threading.RLock()
    condition, plain = threading.Condition(lock), threading.Condition(threading.Lock())
    attempt(lambda: lock.locked())
    with lock:
        with lock:
            attempt(lambda: lock.locked())
            attempt(lambda: condition.locked())
        attempt(lambda: lock.locked())
    attempt(lambda: lock.locked())
    with plain:
        attempt(lambda: plain.locked())
