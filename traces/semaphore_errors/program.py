"""Semaphore and BoundedSemaphore: results, errors and reprs."""

import threading


class Turnstile(threading.Semaphore):
    pass


def attempt(label, action, *args, **options):
    try:
        print(label, action(*args, **options))
    except (ValueError, TypeError, OverflowError) as error:
        print(label, type(error).__name__ + ":", error)


if __name__ == "__main__":
    attempt("Semaphore(-1):", threading.Semaphore, -1)
    attempt("BoundedSemaphore(-1):", threading.BoundedSemaphore, -1)
    attempt("Semaphore('one'):", threading.Semaphore, "one")
    semaphore = threading.Semaphore()
    print(repr(threading.Semaphore(3)), threading.BoundedSemaphore(2), Turnstile(0))
    attempt("acquire:", semaphore.acquire)
    attempt("acquire(False):", semaphore.acquire, False)
    attempt("acquire(blocking=False):", semaphore.acquire, blocking=False)
    attempt("acquire(False, 1):", semaphore.acquire, False, 1)
    attempt("acquire(timeout=0.01):", semaphore.acquire, timeout=0.01)
    attempt("acquire(timeout=0):", semaphore.acquire, timeout=0)
    attempt("acquire(timeout=-1):", semaphore.acquire, timeout=-1)
    attempt("acquire(timeout='a'):", semaphore.acquire, timeout="a")
    attempt("acquire(timeout=10**20):", semaphore.acquire, timeout=10**20)
    attempt("release:", semaphore.release)
    attempt("acquire(timeout='a') of a free one:", semaphore.acquire, timeout="a")
    attempt("release:", semaphore.release)
    attempt("release(2):", semaphore.release, 2)
    attempt("release(0):", semaphore.release, 0)
    attempt("release(-1):", semaphore.release, -1)
    attempt("release('a'):", semaphore.release, "a")
    print(semaphore)
    with semaphore as entered:
        print("with:", entered, semaphore)
    bounded = threading.BoundedSemaphore(2)
    attempt("bounded release:", bounded.release)
    attempt("bounded acquire:", bounded.acquire)
    print(bounded)
    attempt("bounded release(2):", bounded.release, 2)
    attempt("bounded release(0):", bounded.release, 0)
    attempt("bounded release:", bounded.release)
    attempt("bounded release:", bounded.release)
    try:
        with bounded:
            bounded.release()
    except ValueError as error:
        print("released inside:", error, bounded)
