"""A thread that outlives the main thread starts another one: 3.12.1 refuses it."""

import threading
import time


def late():
    print("late")


def outlives():
    time.sleep(0.1)
    thread = threading.Thread(target=late)
    try:
        thread.start()
        thread.join()
    except RuntimeError as error:
        print(error)
        print(thread.is_alive(), thread in threading.enumerate())


if __name__ == "__main__":
    threading.Thread(target=outlives).start()
    print("main ends")
