"""SimpleQueue: two threads wait, two items come. From 3.13 on, who has waited longer gets the first one."""
# recorder: repeats=70

import queue
import threading
import time


def waiter(name, items, got):
    item = items.get()
    got.append(name + item)


if __name__ == "__main__":
    items, got = queue.SimpleQueue(), []
    threads = [threading.Thread(target=waiter, args=(name, items, got)) for name in "ab"]
    for thread in threads:
        thread.start()
        time.sleep(0.02)
    items.put("1")
    items.put("2")
    for thread in threads:
        thread.join()
    print(sorted(got))
