"""A subclass of threading.local: __init__ is called in each thread with the same arguments."""

import threading


class Namespace(threading.local):
    def __init__(self, value, step=1):
        print("init in", threading.current_thread().name)
        self.value = value
        self.step = step

    def advance(self):
        self.value += self.step
        return self.value


class Bare(threading.local):
    pass


class Failing(threading.local):
    calls = []

    def __init__(self):
        self.calls.append(threading.current_thread().name)
        if len(self.calls) == 2:
            raise ValueError("not this time")
        self.value = len(self.calls)


def attempt(action):
    try:
        print(action())
    except (AttributeError, TypeError, ValueError) as error:
        print(type(error).__name__, error)


def in_thread(one, failing):
    print(one.advance(), sorted(one.__dict__))
    one.extra = "changed"
    attempt(lambda: one.other)
    attempt(lambda: failing.value)
    attempt(lambda: failing.value)


if __name__ == "__main__":
    one = Namespace(10, step=5)
    failing = Failing()
    print(one.advance(), one.advance())
    thread = threading.Thread(target=in_thread, args=(one, failing), name="t")
    thread.start()
    thread.join()
    print(one.value, sorted(one.__dict__), failing.value, failing.calls)
    attempt(lambda: one.missing)
    attempt(lambda: delattr(one, "missing"))
    attempt(lambda: setattr(one, "__dict__", {}))
    attempt(lambda: Bare(1))
    attempt(lambda: Bare().value)
    attempt(lambda: threading.local().value)
    print(repr(one).partition(" at ")[0])
