"""Semaphore.release(n) wakes n waiters at once, and a bounded one takes all or nothing."""
# recorder: python>=3.9

import threading
import time


def waiter(semaphore, woken):
    semaphore.acquire()
    woken.append(1)


if __name__ == "__main__":
    semaphore, woken = threading.Semaphore(0), []
    threads = [threading.Thread(target=waiter, args=(semaphore, woken)) for _ in range(4)]
    for thread in threads:
        thread.start()
    semaphore.release(3)
    time.sleep(0.2)
    print("woken:", len(woken))
    semaphore.release(n=2)
    for thread in threads:
        thread.join()
    print("woken:", len(woken), "left:", semaphore.acquire(False), semaphore.acquire(False))
    bounded = threading.BoundedSemaphore(2)
    bounded.acquire()
    try:
        bounded.release(2)
    except ValueError as error:
        print(error)
    print("left:", bounded.acquire(False), bounded.acquire(False))
    bounded.release(2)
    print("left:", bounded.acquire(False), bounded.acquire(False), bounded.acquire(False))
    try:
        print(bounded.release(0.5))
    except ValueError as error:
        print(error)
