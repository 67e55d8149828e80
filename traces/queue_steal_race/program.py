"""An item that was put for a waiting thread can be taken by the one that has put it, if that one is faster."""
# recorder: repeats=70

import queue
import threading


def waiter(items):
    print("waiter got", items.get())


if __name__ == "__main__":
    items = queue.Queue()
    thread = threading.Thread(target=waiter, args=(items,))
    thread.start()
    items.put(1)
    try:
        print("main got", items.get_nowait())
        items.put(2)
    except queue.Empty:
        print("main came too late")
    thread.join()
