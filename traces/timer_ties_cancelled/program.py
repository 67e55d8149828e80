"""Cancelled timers among equal deadlines change the order of the others; many of them are purged together."""

import asyncio


def ties(count, cancelled):
    loop = asyncio.new_event_loop()
    order = []
    when = loop.time()
    handles = [loop.call_at(when, order.append, number) for number in range(count)]
    for number in cancelled:
        handles[number].cancel()
    loop.stop()
    loop.run_forever()
    loop.close()
    return order


if __name__ == "__main__":
    for cancelled in ([0], [3], [5], [0, 1], [2, 5], [0, 2, 4], [5, 3, 1]):
        print("6 without", cancelled, ties(6, cancelled))
    print("100 without 60, not purged:", ties(100, range(60)))
    print("102 without 51, not purged:", ties(102, range(51)))
    print("102 without 52, purged:", ties(102, range(52)))
