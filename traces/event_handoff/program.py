"""Two threads take turns through two events: a fixed order without any sleeping."""

import threading


def player(name, mine, other):
    for number in range(3):
        mine.wait()
        mine.clear()
        print(name, number)
        other.set()


if __name__ == "__main__":
    ping, pong = threading.Event(), threading.Event()
    threads = [
        threading.Thread(target=player, args=("ping", ping, pong)),
        threading.Thread(target=player, args=("pong", pong, ping)),
    ]
    for thread in threads:
        thread.start()
    ping.set()
    for thread in threads:
        thread.join()
