"""A subclass of Thread overrides run; the base class's run calls the target once, and then forgets it."""

import threading


class Worker(threading.Thread):
    def __init__(self, number):
        super().__init__(name="worker %d" % number, daemon=False)
        self.number = number
        self.result = None

    def run(self):
        self.result = self.number * 2
        print(threading.current_thread() is self, self.is_alive(), self.ident == threading.get_ident())


class Twice(threading.Thread):
    def run(self):
        super().run()
        try:
            super().run()
        except AttributeError:
            print("forgotten")


if __name__ == "__main__":
    worker = Worker(21)
    print(worker.result, worker.is_alive(), worker.ident)
    worker.start()
    worker.join()
    print(worker.result, worker.is_alive(), worker.ident is not None, worker.name)
    thread = Twice(target=print, args=("called",))
    print(thread.name)
    thread.start()
    thread.join()
    plain = threading.Thread(target=print, args=("in the main thread",))
    plain.run()
    print(plain.is_alive(), plain.ident)
