"""A thread's uncaught exception goes to standard error, with the thread's name; the process goes on and exits with 0."""

import threading


def fails(number):
    try:
        raise KeyError("first")
    except KeyError:
        raise ValueError("thread failed", number)


if __name__ == "__main__":
    thread = threading.Thread(target=fails, args=(1,))
    thread.start()
    thread.join()
    thread = threading.Thread(target=fails, args=(2,), name="Named")
    thread.start()
    thread.join()
    print("main goes on")
