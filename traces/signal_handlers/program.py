"""The handlers of signals, and signals that a program sends to itself."""

import signal
import threading


def handler(number, frame):
    print("handled", number)


def refuse(function, *args):
    try:
        function(*args)
    except (OSError, TypeError, ValueError, KeyboardInterrupt) as error:
        print(repr(error))


def elsewhere():
    refuse(signal.signal, signal.SIGUSR1, handler)
    print(signal.getsignal(signal.SIGUSR1) is handler)


if __name__ == "__main__":
    print(repr(signal.SIG_DFL), signal.getsignal(signal.SIGINT), int(signal.SIGTERM))
    print(repr(signal.signal(signal.SIGUSR1, handler)), signal.getsignal(signal.SIGUSR1) is handler)
    signal.raise_signal(signal.SIGUSR1)
    print("handled before the call returns")
    print(signal.signal(signal.SIGUSR1, signal.SIG_DFL) is handler)
    refuse(signal.raise_signal, signal.SIGINT)
    refuse(signal.signal, signal.SIGINT, 3)
    refuse(signal.signal, 99, handler)
    refuse(signal.getsignal, 0)
    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
