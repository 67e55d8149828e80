"""A pool's initializer: called by each thread with its arguments; when it fails, the pool is broken and so is what was submitted."""

import concurrent.futures
import threading
import time


def prepare(label, delay):
    prepared.append((label, threading.current_thread().name))
    time.sleep(delay)


def fail():
    time.sleep(0.03)
    raise ValueError("no initialization")


def outcome(future):
    try:
        return future.result()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def name():
    time.sleep(0.03)
    return threading.current_thread().name


if __name__ == "__main__":
    prepared = []
    with concurrent.futures.ThreadPoolExecutor(2, "good", prepare, ("prepared", 0.03)) as executor:
        futures = [executor.submit(name) for _ in range(4)]
        print(sorted({outcome(future) for future in futures}), sorted(prepared))
    executor = concurrent.futures.ThreadPoolExecutor(1, initializer=fail)
    futures = [executor.submit(name) for _ in range(3)]
    futures[0].add_done_callback(lambda future: print("called back:", repr(future.exception())))
    print([outcome(future) for future in futures])
    try:
        executor.submit(name)
    except concurrent.futures.BrokenExecutor as error:
        print(type(error).__name__, error, isinstance(error, RuntimeError))
    try:
        executor.map(time.sleep, [])
        print("nothing to submit")
    finally:
        executor.shutdown()
