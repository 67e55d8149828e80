"""call_soon from a foreign thread does not wake the loop: the callback waits for the next timer."""

import asyncio
import threading
import time


def foreign(loop, order):
    time.sleep(0.05)
    loop.call_soon(order.append, "call_soon")
    order.append("scheduled")


def main():
    loop = asyncio.new_event_loop()
    order = []
    loop.call_later(0.3, order.append, "timer")
    loop.call_later(0.15, order.append, "first timer")
    loop.call_later(0.35, loop.stop)
    thread = threading.Thread(target=foreign, args=(loop, order))
    thread.start()
    loop.run_forever()
    thread.join()
    loop.close()
    for line in order:
        print(line)


if __name__ == "__main__":
    main()
