"""A loop that runs in one thread cannot be closed, or run, by another."""

import asyncio
import threading


def attempt(label, action, *args):
    try:
        print(label, action(*args))
    except RuntimeError as error:
        print(label, "RuntimeError:", error)


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    started = threading.Event()
    loop.call_soon(started.set)
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    started.wait()
    attempt("close:", loop.close)
    attempt("is_running:", loop.is_running)
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    attempt("close:", loop.close)
