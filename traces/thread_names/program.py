"""The names of threads: the counter, the target's name after it (3.10 and later), and what takes no number."""

import functools
import threading


def report():
    print(threading.current_thread().name)


class Subclass(threading.Thread):
    def run(self):
        report()


class Callable:
    def __call__(self):
        report()


def started(thread):
    thread.start()
    thread.join()


if __name__ == "__main__":
    report()
    started(threading.Thread(target=report))
    started(threading.Thread(target=report, name="named"))
    started(threading.Thread(target=report, name=42))
    started(threading.Thread(target=report, name=""))
    started(threading.Thread(target=lambda: report()))
    started(threading.Thread(target=functools.partial(report)))
    started(threading.Thread(target=Callable()))
    started(Subclass())
    print(threading.Thread().name)
    timer = threading.Timer(0.01, report)
    print("timer", timer.name)
    started(timer)
    thread = threading.Thread(target=report)
    thread.name = "renamed"
    started(thread)
    print(threading.main_thread().name, threading.current_thread() is threading.main_thread())
