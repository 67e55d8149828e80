"""A lock that another thread releases; acquire with a timeout that is long enough and one that is not."""

import threading
import time


def releases(lock):
    time.sleep(0.05)
    print("releasing")
    lock.release()


if __name__ == "__main__":
    lock = threading.Lock()
    lock.acquire()
    thread = threading.Thread(target=releases, args=(lock,))
    thread.start()
    print("too short:", lock.acquire(timeout=0.01))
    print("long enough:", lock.acquire(timeout=5))
    thread.join()
