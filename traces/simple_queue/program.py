"""SimpleQueue: what it does and what it refuses."""

import queue
import threading
import time


def attempt(label, action, *args, **options):
    try:
        print(label, action(*args, **options))
    except Exception as error:
        print(label, type(error).__name__ + ":", error)


def late(items):
    time.sleep(0.1)
    items.put("late")


if __name__ == "__main__":
    items = queue.SimpleQueue()
    for number in range(3):
        items.put(number, block=False, timeout=-1)
    items.put_nowait(3)
    print(items.qsize(), items.empty(), [items.get(), items.get(False), items.get(timeout=1), items.get_nowait()])
    print(items.qsize(), items.empty())
    attempt("get(False):", items.get, False)
    attempt("get(False, -1):", items.get, False, -1)
    attempt("get_nowait():", items.get_nowait)
    attempt("get(timeout=0):", items.get, timeout=0)
    attempt("get(timeout=0.01):", items.get, timeout=0.01)
    attempt("get(timeout=-1):", items.get, timeout=-1)
    attempt("get(timeout='a'):", items.get, timeout="a")
    attempt("get(timeout=nan):", items.get, timeout=float("nan"))
    attempt("get(timeout=10**20):", items.get, timeout=10**20)
    thread = threading.Thread(target=late, args=(items,))
    thread.start()
    attempt("get(timeout=0.01):", items.get, timeout=0.01)
    attempt("get(timeout=5):", items.get, timeout=5)
    thread.join()
    thread = threading.Thread(target=late, args=(items,))
    thread.start()
    attempt("get():", items.get)
    thread.join()
