"""Two threads take two locks in opposite orders: each waits for the other's lock."""
# recorder: hangs

import threading
import time


def worker(name, first, second):
    with first:
        print(name, "has its first lock")
        time.sleep(0.1)
        with second:
            print("never printed")


if __name__ == "__main__":
    one, two = threading.Lock(), threading.Lock()
    thread = threading.Thread(target=worker, args=("thread", one, two))
    thread.start()
    time.sleep(0.05)
    worker("main", two, one)
