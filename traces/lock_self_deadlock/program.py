"""A thread acquires a Lock that it already holds: it waits for itself."""
# recorder: hangs

import threading

if __name__ == "__main__":
    lock = threading.Lock()
    lock.acquire()
    print("acquired once")
    lock.acquire()
    print("never printed")
