"""threading.excepthook replaced: what it is given; and one that raises itself."""

import threading


def fails():
    raise ValueError("thread failed")


def hook(args):
    print("hook:", args.exc_type.__name__, args.exc_value, args.thread.name, len(args))


def raising_hook(args):
    raise KeyError("hook failed")


def run(name):
    thread = threading.Thread(target=fails, name=name)
    thread.start()
    thread.join()


if __name__ == "__main__":
    threading.excepthook = hook
    run("First")
    threading.excepthook = raising_hook
    run("Second")
    print("main goes on")
