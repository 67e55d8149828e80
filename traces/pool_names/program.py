"""The threads of pools: how many begin, their names, and that a pool without a name takes a number."""

import concurrent.futures
import threading
import time


def name(delay):
    time.sleep(delay)
    return threading.current_thread().name


def names(executor, delays):
    return [future.result() for future in [executor.submit(name, delay) for delay in delays]]


if __name__ == "__main__":
    with concurrent.futures.ThreadPoolExecutor(3) as executor:
        print(names(executor, [0.06, 0.03]), len(executor._threads))
        print(sorted(set(names(executor, [0.03, 0.03, 0.03, 0.03, 0.03]))), len(executor._threads))
        print(sorted(thread.name for thread in threading.enumerate()))
    print(threading.active_count())
    with concurrent.futures.ThreadPoolExecutor(thread_name_prefix="worker") as executor:
        print(names(executor, [0.03, 0.03]))
    with concurrent.futures.ThreadPoolExecutor(max_workers=1) as executor:
        for _ in range(3):
            print(executor.submit(name, 0).result())
            time.sleep(0.02)
        print(len(executor._threads), [thread.daemon for thread in executor._threads])
    print(threading.Thread(target=name).name)
