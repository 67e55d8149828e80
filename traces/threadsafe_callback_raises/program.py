"""A callback given to call_soon_threadsafe raises: the loop reports it and goes on."""

import asyncio
import threading


def fails(number):
    raise ValueError("callback failed", number)


def main():
    loop = asyncio.new_event_loop()
    loop.call_soon_threadsafe(fails, 1)
    loop.call_soon_threadsafe(print, "the next callback runs")
    loop.call_soon_threadsafe(loop.stop)
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    thread.join()
    loop.close()


if __name__ == "__main__":
    main()
