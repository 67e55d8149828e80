"""Executor.map: results in order, the shortest iterable decides, a failure or a timeout ends it and cancels the rest."""

import concurrent.futures
import time


def delayed(value, delay=0.03):
    time.sleep(delay)
    print("worked:", value)
    return value * 10


def divide(left, right):
    return left // right


def attempt(label, results):
    seen = []
    try:
        for result in results:
            seen.append(result)
    except Exception as error:
        print(label, seen, type(error).__name__, error)
    else:
        print(label, seen)
    print(label, list(results))


if __name__ == "__main__":
    executor = concurrent.futures.ThreadPoolExecutor(2)
    attempt("all:", executor.map(delayed, [1, 2, 3], [0.09, 0.03, 0.03]))
    attempt("shortest:", executor.map(divide, [7, 8, 9], iter([1, 2])))
    attempt("failure:", executor.map(divide, [7, 8, 9], [1, 0, 3]))
    attempt("timeout:", executor.map(delayed, range(4), [0.03, 0.15, 0.06, 0.03], timeout=0.06))
    attempt("nothing:", executor.map(delayed))
    time.sleep(0.2)
    executor.shutdown()
    try:
        executor.map(delayed, [1])
    except RuntimeError as error:
        print(error)
    print(list(executor.map(delayed, [])))
