"""The names that threading had before PEP 8: they warn from 3.10 on; Thread.isAlive is gone since 3.9."""

import threading

if __name__ == "__main__":
    thread = threading.Thread(name="worker")
    print(thread.getName())
    thread.setName("renamed")
    print(thread.isDaemon())
    thread.setDaemon(True)
    print(thread)
    try:
        print(thread.isAlive())
    except AttributeError as error:
        print(error)
    print(threading.currentThread().name, threading.activeCount())
    condition, event = threading.Condition(), threading.Event()
    with condition:
        condition.notifyAll()
    print(event.isSet(), threading.ThreadError)
