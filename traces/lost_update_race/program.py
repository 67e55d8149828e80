"""Two threads add one to a variable in two steps: an update can be lost."""
# recorder: repeats=70

import threading
import time


def increment(box):
    value = box[0]
    time.sleep(0)
    box[0] = value + 1


if __name__ == "__main__":
    box = [0]
    threads = [threading.Thread(target=increment, args=(box,)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(box[0])
