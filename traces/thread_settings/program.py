"""stack_size and the switch interval: what is set is what is asked for later."""

import sys
import threading


def attempt(action, *args):
    try:
        print(action(*args))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)


if __name__ == "__main__":
    attempt(threading.stack_size)
    attempt(threading.stack_size, 65536)
    attempt(threading.stack_size)
    attempt(threading.stack_size, 1)
    attempt(threading.stack_size, -1)
    attempt(sys.setswitchinterval, 0.001)
    attempt(sys.getswitchinterval)
    attempt(sys.setswitchinterval, 0)
    attempt(sys.setswitchinterval, -1)
    attempt(sys.setswitchinterval, "a")
    attempt(sys.getswitchinterval)
    print(threading.TIMEOUT_MAX > 0, threading.get_ident() == threading.main_thread().ident)
    print(threading.current_thread() is threading.main_thread(), threading.main_thread().name)
    attempt(lambda: threading.Thread(group=None).name)
