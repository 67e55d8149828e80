"""Two threads add one to a variable in two steps: an update can be lost."""
# recorder: repeats=100

import threading
import time


def read(box):
    return box[0]


def write(box, value):
    box[0] = value


def increment(box, pause):
    value = read(box)
    time.sleep(pause)
    write(box, value + 1)


def total(first_pause, second_pause):
    box = [0]
    threads = [threading.Thread(target=increment, args=(box, pause)) for pause in (first_pause, second_pause)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return box[0]


if __name__ == "__main__":
    print("always lost:", total(0.1, 0.05))
    print("lost or not:", total(0, 0))
