"""get(timeout) whose time is up when an item comes: it is got, or it stays in the queue."""
# recorder: repeats=70

import queue
import threading
import time


def late(items):
    time.sleep(0.02)
    items.put("item")


if __name__ == "__main__":
    items = queue.Queue()
    thread = threading.Thread(target=late, args=(items,))
    thread.start()
    try:
        print("got", items.get(timeout=0.02))
    except queue.Empty:
        print("empty")
    thread.join()
    print("left:", items.qsize())
