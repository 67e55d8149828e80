"""SimpleQueue: up to 3.12 the one who puts can take the item away from a waiting thread; from 3.13 on it is handed over."""
# recorder: repeats=70

import queue
import threading


def waiter(items):
    print("waiter got", items.get())


if __name__ == "__main__":
    items = queue.SimpleQueue()
    thread = threading.Thread(target=waiter, args=(items,))
    thread.start()
    items.put(1)
    try:
        print("main got", items.get(block=False))
        items.put(2)
    except queue.Empty:
        print("main came too late")
    thread.join()
