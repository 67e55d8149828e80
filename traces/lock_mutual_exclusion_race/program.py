"""Two threads, one lock: their critical sections never overlap, in whichever order they come."""
# recorder: repeats=70

import threading


def worker(name, lock):
    for _ in range(2):
        with lock:
            print(name, "enters")
            print(name, "leaves")


if __name__ == "__main__":
    lock = threading.Lock()
    threads = [threading.Thread(target=worker, args=(name, lock)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
