"""A job that waits for another job of the same pool, whose only thread it takes up: nobody can go on."""
# recorder: hangs

import concurrent.futures


def inner():
    return "inner"


def outer(executor):
    print("outer begins")
    return executor.submit(inner).result()


if __name__ == "__main__":
    executor = concurrent.futures.ThreadPoolExecutor(1)
    future = executor.submit(outer, executor)
    print(concurrent.futures.wait([future]))
