"""Three threads print one line each: usually in the order of starting, but any order is possible."""
# recorder: repeats=70

import threading


def report(number):
    print("thread", number)


if __name__ == "__main__":
    threads = [threading.Thread(target=report, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    print("all started")
    for thread in threads:
        thread.join()
