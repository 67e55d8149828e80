"""The end of the program with a pool that nobody shut down: its jobs are done; another thread can submit only up to 3.8."""

import concurrent.futures
import threading
import time


def work(label, delay):
    time.sleep(delay)
    print("worked:", label, threading.main_thread().is_alive())


def late(executor):
    time.sleep(0.1)
    try:
        executor.submit(work, "late", 0.03)
    except RuntimeError as error:
        print("late:", error)
    time.sleep(0.4)
    print("thread ends")


if __name__ == "__main__":
    executor = concurrent.futures.ThreadPoolExecutor(2)
    threading.Thread(target=late, args=(executor,)).start()
    for label, delay in (("a", 0.04), ("b", 0.06), ("c", 0.08), ("d", 0.11)):
        executor.submit(work, label, delay)
    print("main ends")
