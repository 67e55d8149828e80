"""Timer: it calls its function after a while, in a thread of its own, unless it is cancelled before."""

import threading


def called(*args, **kwargs):
    print("called", args, kwargs, threading.current_thread().name)


if __name__ == "__main__":
    timer = threading.Timer(0.05, called, [1, 2], {"key": 3})
    print(timer.name, timer.is_alive(), timer.finished.is_set(), timer.interval, timer.args, timer.kwargs)
    timer.start()
    timer.join()
    print(timer.is_alive(), timer.finished.is_set())
    timer = threading.Timer(30, called)
    print(timer.args, timer.kwargs, timer.daemon)
    timer.start()
    timer.cancel()
    timer.join()
    print("cancelled", timer.is_alive(), timer.finished.is_set())
    timer = threading.Timer(0, called, args=("now",))
    timer.start()
    timer.join()
    timer.cancel()
    timer = threading.Timer(0.01, called)
    timer.cancel()
    timer.start()
    timer.join()
    print("never called")
    timer = threading.Timer(0.01, lambda: timer.cancel())
    timer.start()
    timer.join()
    try:
        timer.start()
    except RuntimeError as error:
        print(error)
