"""A consumer waits for a condition that a producer fulfils: wait_for looks again after every notification."""

import threading
import time


def producer(condition, items):
    for item in range(3):
        time.sleep(0.1)
        with condition:
            items.append(item)
            condition.notify()


if __name__ == "__main__":
    condition = threading.Condition()
    items = []
    thread = threading.Thread(target=producer, args=(condition, items))
    thread.start()
    with condition:
        print("nothing yet:", condition.wait_for(lambda: items, timeout=0.005))
        print("all three:", condition.wait_for(lambda: len(items) == 3), items)
    thread.join()
