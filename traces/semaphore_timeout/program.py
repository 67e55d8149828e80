"""Semaphore: acquire with a timeout, too early, in time, and while somebody else takes what was released."""

import threading
import time


def late(semaphore, delay, count):
    time.sleep(delay)
    for _ in range(count):
        semaphore.release()


if __name__ == "__main__":
    semaphore = threading.Semaphore(0)
    thread = threading.Thread(target=late, args=(semaphore, 0.2, 1))
    thread.start()
    print("at once:", semaphore.acquire(blocking=False))
    print("too early:", semaphore.acquire(timeout=0.05))
    print("in time:", semaphore.acquire(timeout=5))
    thread.join()
    print("no more:", semaphore.acquire(timeout=0.05))
    thread = threading.Thread(target=late, args=(semaphore, 0.1, 2))
    thread.start()
    with semaphore:
        print("for ever:", semaphore.acquire())
    thread.join()
