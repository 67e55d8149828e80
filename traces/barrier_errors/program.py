"""Barrier: a barrier for one, what breaks one, and what mends it."""

import threading


class Gate(threading.Barrier):
    pass


def attempt(label, action, *args, **options):
    try:
        print(label, action(*args, **options))
    except Exception as error:
        print(label, repr(error))


def show(barrier):
    print(barrier, barrier.parties, barrier.n_waiting, barrier.broken)


if __name__ == "__main__":
    alone = threading.Barrier(1, lambda: print("action"))
    show(alone)
    attempt("wait:", alone.wait)
    attempt("wait(0):", alone.wait, 0)
    attempt("wait('a'):", alone.wait, "a")
    two = Gate(2, timeout=0.01)
    show(two)
    attempt("wait(0):", two.wait, 0)
    show(two)
    attempt("wait:", two.wait)
    attempt("reset:", two.reset)
    show(two)
    attempt("wait:", two.wait)
    two.reset()
    attempt("wait(timeout='a'):", two.wait, timeout="a")
    show(two)
    attempt("abort:", two.abort)
    show(two)
    attempt("wait:", two.wait)
    failing = threading.Barrier(1, action=lambda: 1 / 0)
    attempt("wait with failing action:", failing.wait)
    show(failing)
    attempt("wait:", failing.wait)
    attempt("Barrier(0):", lambda: threading.Barrier(0).parties)
    attempt("Barrier(-1):", lambda: threading.Barrier(-1).parties)
