"""Threads started by threads: names, daemons, and joins from afar."""

import threading


def inner():
    print(threading.current_thread().name, threading.current_thread().daemon)


def outer(found):
    thread = threading.Thread(target=inner)
    thread.start()
    found.append(thread)


if __name__ == "__main__":
    found = []
    thread = threading.Thread(target=outer, args=(found,))
    thread.start()
    thread.join()
    found[0].join()
    print(found[0].is_alive(), threading.active_count(), [thread.name for thread in threading.enumerate()])
