"""Callbacks of a concurrent future: their order, and what happens to exceptions in them."""

import concurrent.futures


def report(label):
    return lambda future: print(label, future.result())


def fails(future):
    raise ValueError("callback failed")


def exits(future):
    raise SystemExit("callback exits")


def nested(future):
    print("nested begins")
    future.add_done_callback(report("added during the callbacks:"))
    print("nested ends")


if __name__ == "__main__":
    future = concurrent.futures.Future()
    future.add_done_callback(report("first:"))
    future.add_done_callback(fails)
    future.add_done_callback(nested)
    future.add_done_callback(report("last:"))
    future.set_result(42)
    future.add_done_callback(report("late:"))
    future.add_done_callback(fails)
    other = concurrent.futures.Future()
    other.add_done_callback(exits)
    other.add_done_callback(report("never printed:"))
    try:
        other.set_result(43)
    except SystemExit as error:
        print("set_result:", repr(error), other.result())
