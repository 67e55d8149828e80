"""concurrent.futures.wait in its three modes, with what is done already, failures, cancellations and a timeout."""

import concurrent.futures
import threading
import time


def finish(future, delay, error=None):
    time.sleep(delay)
    if not future.set_running_or_notify_cancel():
        return
    if error is None:
        future.set_result(delay)
    else:
        future.set_exception(error)


def show(label, futures, result):
    sets = [[at for at, future in enumerate(futures) if future in members] for members in result]
    print(label, "done:", sets[0], "not done:", sets[1], len(result.done), len(result.not_done))


def round(label, errors, **options):
    futures = [concurrent.futures.Future() for _ in errors]
    threads = []
    for at, (future, error) in enumerate(zip(futures, errors)):
        threads.append(threading.Thread(target=finish, args=(future, 0.03 * (at + 1), error)))
    for thread in threads:
        thread.start()
    show(label, futures, concurrent.futures.wait(futures, **options))
    show(label + " again", futures, concurrent.futures.wait(futures, **options))
    for thread in threads:
        thread.join()
    show(label + " at last", futures, concurrent.futures.wait(set(futures), **options))


def cancelled():
    futures = [concurrent.futures.Future() for _ in range(2)]
    futures[0].cancel()
    show("cancelled:", futures, concurrent.futures.wait(futures, timeout=0.01))
    threads = [threading.Thread(target=finish, args=(future, 0.01)) for future in futures]
    for thread in threads:
        thread.start()
    show("noticed:", futures, concurrent.futures.wait(futures, return_when=concurrent.futures.FIRST_EXCEPTION))
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    failure = ValueError("failed")
    round("all", [None, failure, None])
    round("first", [None, failure, None], return_when=concurrent.futures.FIRST_COMPLETED)
    round("exception", [None, failure, None], return_when=concurrent.futures.FIRST_EXCEPTION)
    round("timeout", [None, None, None], timeout=0.04)
    round("no time", [None, None], timeout=0)
    cancelled()
    print(concurrent.futures.wait([]))
