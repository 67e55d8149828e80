"""call_soon from a foreign thread runs with the wake-up of a later call_soon_threadsafe, and before it."""

import asyncio
import threading
import time


def main():
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    time.sleep(0.1)
    loop.call_soon(print, "call_soon")
    time.sleep(0.05)
    print("not run yet")
    loop.call_soon_threadsafe(print, "call_soon_threadsafe")
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


if __name__ == "__main__":
    main()
