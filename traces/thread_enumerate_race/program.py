"""enumerate() and active_count() of threads that begin and end: those that are being started come last."""
# recorder: repeats=70

import threading


def names():
    return [thread.name for thread in threading.enumerate()]


def body(seen):
    seen.append(threading.active_count())


if __name__ == "__main__":
    seen = []
    threads = [threading.Thread(target=body, args=(seen,), name=name) for name in "ab"]
    print(names(), threading.active_count())
    for thread in threads:
        thread.start()
    print(names())
    for thread in threads:
        thread.join()
    print(names(), seen)
