"""A waiter in result(timeout) and a setter that comes at about the same time: a value or a timeout, both are possible."""
# recorder: repeats=70

import concurrent.futures
import threading
import time


def setter(future):
    time.sleep(0.02)
    future.set_result("value")


if __name__ == "__main__":
    future = concurrent.futures.Future()
    thread = threading.Thread(target=setter, args=(future,))
    thread.start()
    try:
        print(future.result(timeout=0.02))
    except concurrent.futures.TimeoutError:
        print("timed out")
    thread.join()
