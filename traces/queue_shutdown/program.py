"""Queue.shutdown: put fails at once, get when there is nothing left, and those who wait are woken."""
# recorder: python>=3.13

import queue
import threading
import time


def attempt(label, action, *args, **options):
    try:
        print(label, action(*args, **options))
    except Exception as error:
        print(label, repr(error))


def getting(items):
    attempt("getter:", items.get, timeout=5)


def putting(items):
    attempt("putter:", items.put, "x")


if __name__ == "__main__":
    items = queue.Queue(2)
    print(items.is_shutdown, items.shutdown(), items.is_shutdown, queue.ShutDown)
    attempt("put:", items.put, 1)
    attempt("put_nowait:", items.put_nowait, 1)
    attempt("get:", items.get)
    attempt("get(False):", items.get, False)
    attempt("get(timeout=-1):", items.get, timeout=-1)
    items = queue.Queue(2)
    for item in "ab":
        items.put(item)
    thread = threading.Thread(target=putting, args=(items,))
    thread.start()
    time.sleep(0.1)
    items.shutdown()
    thread.join()
    attempt("get:", items.get)
    attempt("get:", items.get)
    attempt("get:", items.get)
    attempt("task_done:", items.task_done)
    attempt("task_done:", items.task_done)
    attempt("join:", items.join)
    items = queue.LifoQueue()
    thread = threading.Thread(target=getting, args=(items,))
    thread.start()
    time.sleep(0.1)
    items.shutdown(immediate=True)
    thread.join()
    items.shutdown()
    items = queue.PriorityQueue()
    for item in (3, 1, 2):
        items.put(item)
    items.get()
    thread = threading.Thread(target=items.join)
    thread.start()
    time.sleep(0.1)
    items.shutdown(immediate=True)
    print(items.qsize(), items.unfinished_tasks, thread.is_alive())
    attempt("get:", items.get)
    items.task_done()
    attempt("task_done:", items.task_done)
    thread.join(5)
    print(thread.is_alive(), items.unfinished_tasks)
