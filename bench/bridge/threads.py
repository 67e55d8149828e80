"""Two threads that compete for a lock: the smallest program with something to choose."""

import threading


def take(lock):
    with lock:
        pass


if __name__ == "__main__":
    lock = threading.Lock()
    thread = threading.Thread(target=take, args=(lock,))
    thread.start()
    take(lock)
    thread.join()
