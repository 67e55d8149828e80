"""Uncaught exceptions in main: chained by raise from, by context, and with the context suppressed."""

import threading


def cause():
    try:
        raise KeyError("the cause")
    except KeyError as error:
        raise ValueError("the effect") from error


def context():
    try:
        cause()
    except ValueError:
        raise TypeError("while handling")


def suppressed():
    try:
        context()
    except TypeError:
        raise RuntimeError("only this one") from None


if __name__ == "__main__":
    for target in (cause, context, suppressed):
        thread = threading.Thread(target=target, name=target.__name__)
        thread.start()
        thread.join()
    context()
