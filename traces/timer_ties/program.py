"""Timers with exactly the same deadline run in the order in which a heap gives them, which is not first in, first out."""

import asyncio


def ties(count, later):
    loop = asyncio.new_event_loop()
    order = []
    when = loop.time()
    for number in range(count):
        loop.call_at(when, order.append, number)
    for number in range(later):
        loop.call_at(when + 10 + number, order.append, "later")
    loop.stop()
    loop.run_forever()
    loop.close()
    print(count, "timers and", later, "later:", order)


if __name__ == "__main__":
    for count in range(2, 13):
        ties(count, 0)
    for count in (2, 3, 5, 7):
        ties(count, 1)
        ties(count, 2)
