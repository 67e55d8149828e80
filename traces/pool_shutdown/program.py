"""Shutting a pool down: with and without waiting, cancelling what has not begun, twice, and submitting afterwards."""

import concurrent.futures
import time


def work(label, delay):
    time.sleep(delay)
    print("worked:", label)
    return label


def attempt(call):
    try:
        print(call())
    except (RuntimeError, TypeError) as error:
        print(type(error).__name__, error)


def waiting():
    executor = concurrent.futures.ThreadPoolExecutor(1)
    futures = [executor.submit(work, label, 0.03) for label in "ab"]
    executor.shutdown()
    print("shut down:", [future.done() for future in futures])
    executor.shutdown()
    attempt(lambda: executor.submit(work, "late", 0))


def not_waiting():
    executor = concurrent.futures.ThreadPoolExecutor(1)
    futures = [executor.submit(work, label, 0.03) for label in "cd"]
    executor.shutdown(wait=False)
    print("not waited:", [future.done() for future in futures])
    attempt(lambda: executor.submit(work, "late", 0))
    print([future.result() for future in futures])
    executor.shutdown()


def cancelling():
    executor = concurrent.futures.ThreadPoolExecutor(1)
    futures = [executor.submit(work, label, 0.03) for label in "ghi"]
    futures[1].add_done_callback(lambda future: print("called back:", future.cancelled()))
    try:
        executor.shutdown(wait=True, cancel_futures=True)
    except TypeError as error:
        print(error)
        executor.shutdown()
    print([future.cancelled() for future in futures], [future.done() for future in futures])


if __name__ == "__main__":
    waiting()
    not_waiting()
    cancelling()
