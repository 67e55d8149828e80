"""What a Thread says when it is started twice, joined too early, or joined by itself."""

import threading


def attempt(label, action, *args, **options):
    try:
        print(label, action(*args, **options))
    except (RuntimeError, ValueError, AssertionError, TypeError, AttributeError) as error:
        print(label, type(error).__name__ + ":", error)


def joins_itself():
    attempt("join itself:", threading.current_thread().join)


def set_daemon(thread):
    thread.daemon = True


if __name__ == "__main__":
    thread = threading.Thread(target=joins_itself)
    attempt("join before start:", thread.join)
    attempt("is_alive:", thread.is_alive)
    attempt("start:", thread.start)
    attempt("join:", thread.join)
    attempt("start twice:", thread.start)
    attempt("join again:", thread.join)
    attempt("join with a negative timeout:", thread.join, -1)
    attempt("daemon:", lambda: thread.daemon)
    attempt("set daemon after start:", set_daemon, thread)
    attempt("group:", threading.Thread, group=1)
    attempt("join the main thread:", threading.main_thread().join)
    attempt("start the main thread:", threading.main_thread().start)
