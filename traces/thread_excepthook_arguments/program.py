"""What threading.excepthook is called with, how to call the original, and a hook that fails or exits."""

import sys
import threading


def fails():
    raise ValueError("from the thread")


def hook(args):
    print(len(args), args.exc_type, repr(args.exc_value), args.exc_value is args[1], args.thread.name)
    print(threading.current_thread() is args.thread, args.thread.is_alive())
    original(args)


def failing(args):
    raise KeyError("from the hook")


def exits(args):
    sys.exit("from the hook")


if __name__ == "__main__":
    original = threading.excepthook
    for chosen in (hook, failing, exits, original):
        threading.excepthook = chosen
        thread = threading.Thread(target=fails, name="worker")
        thread.start()
        thread.join()
    made = threading.ExceptHookArgs((ValueError, ValueError("made"), None, thread))
    original(made)
    print(repr(made).partition("(")[0], made.thread is thread)
    original(threading.ExceptHookArgs((SystemExit, SystemExit("never shown"), None, thread)))
    try:
        threading.ExceptHookArgs((ValueError,))
    except TypeError as error:
        print(error)
