"""Two threads print at the same time to a terminal: lines stay whole, in any order."""
# recorder: repeats=70

import threading


def worker(name):
    for number in (1, 2):
        print(name, number)


if __name__ == "__main__":
    threads = [threading.Thread(target=worker, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
