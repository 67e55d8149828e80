"""Three workers share a semaphore of two: never more than two are inside, in whichever order they come."""
# recorder: repeats=70

import threading


def worker(name, semaphore, inside):
    with semaphore:
        inside.append(name)
        print(name, "enters,", "room" if len(inside) <= 2 else "crowded")
        inside.remove(name)


if __name__ == "__main__":
    semaphore, inside = threading.BoundedSemaphore(2), []
    threads = [threading.Thread(target=worker, args=(name, semaphore, inside)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
