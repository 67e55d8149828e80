"""Event: set, clear, wait with and without a timeout, and a wait that outlives a clear."""

import threading
import time


def waiter(event, results):
    results.append(event.wait())
    results.append(event.is_set())


if __name__ == "__main__":
    event = threading.Event()
    print("is_set:", event.is_set(), "wait(0.01):", event.wait(0.01), "wait(0):", event.wait(0))
    results = []
    thread = threading.Thread(target=waiter, args=(event, results))
    thread.start()
    time.sleep(0.05)
    event.set()
    print("wait when set:", event.wait(), event.wait(5))
    thread.join()
    event.clear()
    print("results:", results, "is_set:", event.is_set())
