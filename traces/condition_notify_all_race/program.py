"""Threads woken by one notify_all compete for the lock: they may go on in any order."""
# recorder: repeats=100

import threading
import time


def waiter(number, condition, woken):
    with condition:
        condition.wait()
        woken.append(number)


if __name__ == "__main__":
    condition = threading.Condition()
    woken = []
    threads = [threading.Thread(target=waiter, args=(number, condition, woken)) for number in range(3)]
    for thread in threads:
        thread.start()
        time.sleep(0.02)
    with condition:
        condition.notify_all()
    for thread in threads:
        thread.join()
    print(woken)
