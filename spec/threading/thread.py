"""What real CPython's threads give when they are asked or used in odd ways: see spec/judge.py."""

import threading


def failure(call):
    try:
        return repr(call())
    except Exception as error:
        return "%s: %s" % (type(error).__name__, error)


def names():
    return [thread.name for thread in threading.enumerate()]


def started(thread):
    thread.start()
    return thread


def join_results():
    """A join gives None, whether the thread has ended or not."""
    go = threading.Event()
    thread = started(threading.Thread(target=go.wait))
    found = [failure(lambda: thread.join(0.001)), thread.is_alive(), failure(lambda: thread.join(0)), failure(lambda: thread.join(-5))]
    go.set()
    return found + [failure(thread.join), thread.is_alive(), failure(thread.join), failure(lambda: thread.join(1)), thread.is_alive()]


def registry():
    """All threads that are alive, in order of starting."""
    go = threading.Event()
    threads = [threading.Thread(target=go.wait, name=name) for name in "cab"]
    found = [names(), threading.active_count()]
    for thread in reversed(threads):
        thread.start()
    found += [names(), threading.active_count()]
    go.set()
    for thread in threads:
        thread.join()
    return found + [names(), threading.active_count()]


def registry_inside():
    """A thread sees itself, under the name that it has at the time."""
    found = []

    def look():
        found.extend([threading.current_thread().name, names(), threading.current_thread() is thread])
        thread.name = "changed"
        found.extend([threading.current_thread().name, names()])

    thread = threading.Thread(target=look, name="first")
    started(thread).join()
    return found + [thread.name, threading.current_thread().name, threading.current_thread() is threading.main_thread()]


def run_directly():
    """run() is a method like any other, but only once: it then forgets its target."""
    found = []
    thread = threading.Thread(target=lambda: found.append([threading.current_thread().name, thread.ident]))
    found += [failure(thread.run), thread.is_alive(), thread.ident, failure(thread.run), failure(threading.Thread().run)]
    return found


def run_of_a_subclass():
    class Counter(threading.Thread):
        count = 0

        def run(self):
            self.count += 1
            return "nobody sees this"

    thread = Counter()
    found = [failure(thread.run), failure(thread.run), failure(thread.start), failure(thread.join), thread.count]
    return found + [failure(thread.start), thread.count]


def identities():
    found = []
    thread = threading.Thread(target=lambda: found.append(threading.get_ident()))
    before = [thread.ident, thread.native_id]
    started(thread).join()
    main = threading.main_thread()
    own = [thread.ident == found[0], main.ident == threading.get_ident(), main.native_id == threading.get_native_id()]
    return before + own + [thread.ident != main.ident, type(thread.ident).__name__]


def flags():
    thread = threading.Thread(daemon=True)
    found = [thread.daemon, threading.Thread().daemon, threading.Thread(daemon=None).daemon, threading.main_thread().daemon]
    thread.daemon = False
    found.append(thread.daemon)
    inherited = []
    started(threading.Thread(target=lambda: inherited.append(threading.Thread().daemon), daemon=True)).join()
    return found + inherited


def set_flag(thread):
    thread.daemon = True


def too_late():
    """What a thread refuses once it is started, or before."""
    go = threading.Event()
    thread = threading.Thread(target=go.wait, name="waiting")
    found = [failure(thread.join), failure(lambda: thread.join(-1)), failure(thread.start), failure(thread.start)]
    found.append(failure(lambda: set_flag(thread)))
    go.set()
    thread.join()
    found += [failure(thread.start), failure(lambda: set_flag(thread)), failure(lambda: set_flag(threading.main_thread()))]
    return found + [failure(threading.current_thread().join), failure(lambda: threading.current_thread().join(-1))]


def local_attributes():
    mine = threading.local()
    mine.value = 1
    found = [mine.value, hasattr(mine, "other"), failure(lambda: mine.other), failure(lambda: delattr(mine, "other"))]

    def look():
        found.extend([hasattr(mine, "value"), failure(lambda: mine.value)])
        mine.value = 2
        found.append(mine.value)

    started(threading.Thread(target=look)).join()
    found.append(mine.value)
    del mine.value
    return found + [hasattr(mine, "value"), failure(lambda: mine.value)]


QUESTIONS = [join_results, registry, registry_inside, run_directly, run_of_a_subclass, identities, flags, too_late]
QUESTIONS += [local_attributes]


def answers():
    return [[question.__name__, question()] for question in QUESTIONS]
