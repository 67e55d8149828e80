"""While a barrier's action runs, the barrier is locked: whoever aborts it or comes late has to wait until the action has ended."""
# recorder: repeats=70

import threading
import time


def action():
    print("action begins")
    time.sleep(0.05)
    print("action ends")


def worker(name, barrier):
    try:
        print(name, "passes" if barrier.wait() < 2 else "?")
    except threading.BrokenBarrierError:
        print(name, "broken")


if __name__ == "__main__":
    barrier = threading.Barrier(2, action)
    threads = [threading.Thread(target=worker, args=(name, barrier)) for name in "ab"]
    for thread in threads:
        thread.start()
    time.sleep(0.02)
    barrier.abort()
    print("aborted")
    for thread in threads:
        thread.join()
