"""A check and a wait that are two steps: the event is set and cleared in between, and the wait never ends."""
# recorder: hangs

import threading
import time


def waiter(event):
    print("waiting")
    event.wait()
    print("never printed")


if __name__ == "__main__":
    event = threading.Event()
    event.set()
    event.clear()
    threading.Thread(target=waiter, args=(event,)).start()
    time.sleep(0.05)
    print("main ends")
