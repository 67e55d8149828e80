"""threading.local: each thread has its own attributes."""

import threading


class WithDefaults(threading.local):
    def __init__(self, value):
        self.value = value


def in_thread(local, defaults):
    print("thread:", hasattr(local, "value"), defaults.value)
    local.value = "thread's"
    defaults.value = "changed in the thread"
    print("thread:", local.value, defaults.value)


if __name__ == "__main__":
    local = threading.local()
    defaults = WithDefaults("initial")
    local.value = "main's"
    thread = threading.Thread(target=in_thread, args=(local, defaults))
    thread.start()
    thread.join()
    print("main:", local.value, defaults.value)
    try:
        local.other
    except AttributeError as error:
        print("AttributeError:", error)
