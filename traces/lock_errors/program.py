"""Lock and RLock: results and errors."""

import threading


def attempt(label, action, *args, **options):
    try:
        print(label, action(*args, **options))
    except (RuntimeError, ValueError, TypeError, OverflowError) as error:
        print(label, type(error).__name__ + ":", error)


def in_thread(rlock):
    attempt("RLock released by another thread:", rlock.release)
    attempt("RLock acquire(False) in another thread:", rlock.acquire, False)


if __name__ == "__main__":
    lock = threading.Lock()
    attempt("release unlocked:", lock.release)
    attempt("acquire:", lock.acquire)
    attempt("locked:", lock.locked)
    attempt("acquire(False):", lock.acquire, False)
    attempt("acquire(timeout=0.01):", lock.acquire, timeout=0.01)
    attempt("acquire(False, 1):", lock.acquire, False, 1)
    attempt("acquire(True, -2):", lock.acquire, True, -2)
    attempt("release:", lock.release)
    with lock as entered:
        print("with:", entered, lock.locked())
    print("after with:", lock.locked())
    rlock = threading.RLock()
    attempt("RLock release:", rlock.release)
    attempt("RLock acquire:", rlock.acquire)
    attempt("RLock acquire again:", rlock.acquire)
    attempt("RLock acquire(blocking=False):", rlock.acquire, blocking=False)
    thread = threading.Thread(target=in_thread, args=(rlock,))
    thread.start()
    thread.join()
    for _ in range(3):
        attempt("RLock release:", rlock.release)
    attempt("RLock release too often:", rlock.release)
