"""First in first out, last in first out, the smallest first; and an order of one's own by overriding _put and _get."""

import queue


class Stack(queue.Queue):
    def _init(self, maxsize):
        self.queue = []

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        if item in self.queue:
            raise KeyError(item)
        self.queue.append(item)

    def _get(self):
        return self.queue.pop()


def drain(one):
    items = []
    while not one.empty():
        items.append(one.get())
        one.task_done()
    one.join()
    print(items, one.unfinished_tasks)


if __name__ == "__main__":
    for cls in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
        one = cls()
        for item in (3, 1, 2, 1):
            one.put(item)
        drain(one)
    jobs = queue.PriorityQueue(3)
    for job in ((2, "code"), (1, "eat"), (3, "sleep")):
        jobs.put(job)
    print(jobs.full())
    drain(jobs)
    jobs.put((1, "a"))
    try:
        jobs.put(None)
    except TypeError as error:
        print(error)
    print(jobs.qsize(), jobs.unfinished_tasks)
    stack = Stack(5)
    print("for", stack.maxsize)
    stack.put("x")
    stack.put("y")
    try:
        stack.put("x")
    except KeyError as error:
        print(repr(error), stack.qsize(), stack.unfinished_tasks)
    drain(stack)
