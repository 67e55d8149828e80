"""Condition.notify(n) wakes the threads that have waited longest; notify_all wakes the rest."""

import threading
import time


def waiter(number, condition, woken):
    with condition:
        condition.wait()
        woken.append(number)


def notify(condition, count):
    with condition:
        condition.notify(count)
    time.sleep(0.03)


if __name__ == "__main__":
    condition = threading.Condition()
    woken = []
    threads = [threading.Thread(target=waiter, args=(number, condition, woken)) for number in range(5)]
    for thread in threads:
        thread.start()
        time.sleep(0.02)
    notify(condition, 1)
    print("one:", woken)
    notify(condition, 1)
    print("two:", woken)
    notify(condition, 9)
    print("all:", sorted(woken))
    for thread in threads:
        thread.join()
