"""In debug mode call_soon, call_later and call_at refuse a foreign thread; call_soon_threadsafe does not."""

import asyncio
import threading
import time


def attempt(label, action, *args):
    try:
        action(*args)
        print(label, "accepted")
    except RuntimeError as error:
        print(label, "RuntimeError:", error)


def main():
    loop = asyncio.new_event_loop()
    loop.set_debug(True)
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    time.sleep(0.1)
    attempt("call_soon:", loop.call_soon, print, "never printed")
    attempt("call_later:", loop.call_later, 0, print, "never printed")
    attempt("call_at:", loop.call_at, 0, print, "never printed")
    attempt("create_task before:", loop.create_future)
    attempt("stop by call_soon_threadsafe:", loop.call_soon_threadsafe, loop.stop)
    thread.join()
    attempt("call_soon on the stopped loop:", loop.call_soon, print, "never printed")
    loop.close()


if __name__ == "__main__":
    main()
