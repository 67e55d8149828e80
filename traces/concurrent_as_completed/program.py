"""as_completed gives what is done already first, then the rest as it finishes, each once; and it can run out of time."""

import concurrent.futures
import threading
import time


def finish(future, delay):
    time.sleep(delay)
    if future.set_running_or_notify_cancel():
        future.set_result(delay)


def start(count, step=0.03):
    futures = [concurrent.futures.Future() for _ in range(count)]
    threads = []
    for at, future in enumerate(futures):
        threads.append(threading.Thread(target=finish, args=(future, step * (count - at))))
    for thread in threads:
        thread.start()
    return futures, threads


def join(threads):
    for thread in threads:
        thread.join()


def in_order():
    futures, threads = start(3)
    for future in concurrent.futures.as_completed(futures + futures):
        print("number", futures.index(future), future.result())
    join(threads)


def done_and_cancelled():
    futures, threads = start(3)
    early = concurrent.futures.Future()
    early.set_result("early")
    futures[1].cancel()
    for future in concurrent.futures.as_completed([futures[0], early, futures[1]]):
        print("state:", future.cancelled(), future.done())
    join(threads)


def out_of_time():
    futures, threads = start(3)
    try:
        for future in concurrent.futures.as_completed(futures, timeout=0.045):
            print("in time:", futures.index(future))
    except concurrent.futures.TimeoutError as error:
        print(type(error).__name__, error)
    join(threads)


def slow_consumer():
    futures, threads = start(4)
    for future in concurrent.futures.as_completed(futures):
        print("taken:", futures.index(future))
        time.sleep(0.075)
    join(threads)


def left_early():
    futures, threads = start(2)
    iterator = concurrent.futures.as_completed(futures, timeout=1)
    print("first:", futures.index(next(iterator)))
    iterator.close()
    print(list(iterator))
    join(threads)


if __name__ == "__main__":
    in_order()
    done_and_cancelled()
    out_of_time()
    slow_consumer()
    left_early()
    print(list(concurrent.futures.as_completed([], timeout=0)))
