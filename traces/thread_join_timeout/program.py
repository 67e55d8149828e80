"""join(timeout) returns None whether or not the thread has ended."""

import threading
import time


def works():
    time.sleep(0.1)


if __name__ == "__main__":
    thread = threading.Thread(target=works)
    thread.start()
    print(thread.join(0.02), thread.is_alive())
    print(thread.join(), thread.is_alive())
