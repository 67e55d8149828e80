"""A producer that is faster than its consumer has to wait for room; join waits for the last item to be dealt with."""

import queue
import threading


def consumer(items, results):
    while True:
        item = items.get()
        if item is None:
            items.task_done()
            return
        results.append(item * 10)
        items.task_done()


if __name__ == "__main__":
    items, results = queue.Queue(maxsize=2), []
    thread = threading.Thread(target=consumer, args=(items, results))
    thread.start()
    for number in range(6):
        items.put(number)
    items.join()
    print(results, items.qsize(), items.unfinished_tasks)
    items.put(None)
    items.join()
    thread.join()
    print("done", items.empty())
