"""How a thread prints itself before, while and after it runs."""

import threading


def masked(thread):
    return " ".join("N" if word.rstrip(")>").isdigit() else word for word in repr(thread).split(" "))


def wait(event):
    event.wait()


if __name__ == "__main__":
    event = threading.Event()
    thread = threading.Thread(target=wait, args=(event,), name="Named", daemon=True)
    print(masked(thread), thread.ident)
    thread.start()
    print(masked(thread).split(" daemon")[0], "daemon" in repr(thread), thread.is_alive())
    event.set()
    thread.join()
    print(masked(thread).split(" daemon")[0], thread.is_alive())
    print(masked(threading.main_thread()).split(" N")[0])
