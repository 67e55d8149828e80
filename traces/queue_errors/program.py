"""Queue: Empty and Full, timeouts, task_done, and what can be asked."""

import queue


def attempt(label, action, *args, **options):
    try:
        print(label, action(*args, **options))
    except Exception as error:
        print(label, type(error).__name__ + ":", error)


if __name__ == "__main__":
    one = queue.Queue(2)
    print(one.maxsize, one.qsize(), one.empty(), one.full(), one.unfinished_tasks)
    attempt("get(False):", one.get, False)
    attempt("get(block=False, timeout=-1):", one.get, block=False, timeout=-1)
    attempt("get(timeout=0.01):", one.get, timeout=0.01)
    attempt("get(timeout=0):", one.get, timeout=0)
    attempt("get(timeout=-1):", one.get, timeout=-1)
    attempt("get(timeout='a'):", one.get, timeout="a")
    attempt("get_nowait():", one.get_nowait)
    attempt("put('a'):", one.put, "a")
    attempt("put('b', timeout=1):", one.put, "b", timeout=1)
    print(one.qsize(), one.empty(), one.full(), one.unfinished_tasks)
    attempt("put('c', False):", one.put, "c", False)
    attempt("put('c', block=False, timeout=-1):", one.put, "c", block=False, timeout=-1)
    attempt("put('c', timeout=0.01):", one.put, "c", timeout=0.01)
    attempt("put('c', timeout=-1):", one.put, "c", timeout=-1)
    attempt("put('c', timeout='a'):", one.put, "c", timeout="a")
    attempt("put_nowait('c'):", one.put_nowait, "c")
    attempt("get():", one.get)
    attempt("get(timeout=-1):", one.get, timeout=-1)
    attempt("get(timeout=1):", one.get, timeout=1)
    attempt("task_done():", one.task_done)
    attempt("task_done():", one.task_done)
    attempt("join():", one.join)
    attempt("task_done():", one.task_done)
    unlimited = queue.Queue()
    attempt("put(1, timeout=-1) without a limit:", unlimited.put, 1, timeout=-1)
    attempt("put(2, timeout='a') without a limit:", unlimited.put, 2, timeout="a")
    print(unlimited.full(), unlimited.qsize(), queue.Queue(-3).full())
    one.maxsize = 1
    attempt("put('d') after shrinking:", one.put, "d")
    attempt("put('e', False) after shrinking:", one.put, "e", False)
    for cls in (queue.Queue, queue.LifoQueue, queue.PriorityQueue, queue.SimpleQueue, queue.Empty, queue.Full):
        print(cls)
