"""Wrong arguments of a pool, and what jobs and their callbacks may raise: a SystemExit in a callback ends the worker."""

import concurrent.futures
import re
import threading


def attempt(label, call):
    try:
        print(label, re.sub("0x[0-9a-f]+", "0x..", repr(call())))
    except BaseException as error:
        print(label, type(error).__name__, error)


def raises(error):
    raise error


def wrong_arguments():
    pool = concurrent.futures.ThreadPoolExecutor
    attempt("no workers:", lambda: pool(0))
    attempt("negative:", lambda: pool(-1))
    attempt("text:", lambda: pool("2"))
    attempt("initializer:", lambda: pool(2, initializer=1))
    attempt("pool:", lambda: pool(2))
    attempt("base:", lambda: concurrent.futures.Executor().submit(int))
    attempt("base shutdown:", lambda: concurrent.futures.Executor().shutdown())


def jobs():
    with concurrent.futures.ThreadPoolExecutor(1) as executor:
        attempt("not callable:", executor.submit(1).result)
        attempt("exits:", executor.submit(raises, SystemExit(3)).result)
        attempt("stops:", executor.submit(raises, StopIteration("stop")).result)
        attempt("future:", lambda: executor.submit(int).exception())
        print(len(executor._threads), "thread")


def callbacks():
    with concurrent.futures.ThreadPoolExecutor(1) as executor:
        gate = threading.Event()
        future = executor.submit(gate.wait)
        future.add_done_callback(lambda future: raises(ValueError("callback of a result")))
        second = executor.submit(raises, KeyError("job"))
        second.add_done_callback(lambda future: raises(ValueError("callback of a failure")))
        third = executor.submit(int)
        third.add_done_callback(lambda future: raises(SystemExit("ends the worker")))
        gate.set()
        for future in (future, second, third):
            attempt("outcome:", future.result)


if __name__ == "__main__":
    wrong_arguments()
    jobs()
    callbacks()
    print(threading.active_count())
