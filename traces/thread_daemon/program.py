"""A daemon thread is dropped when main ends; a thread inherits being a daemon from its creator."""

import threading
import time


def child():
    pass


def works():
    thread = threading.Thread(target=child)
    print("inherited:", thread.daemon)
    time.sleep(10)
    print("never printed")


if __name__ == "__main__":
    thread = threading.Thread(target=works, daemon=True)
    thread.start()
    time.sleep(0.05)
    print("main ends; alive:", thread.is_alive())
