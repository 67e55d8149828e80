"""Three threads meet at a barrier twice; the action runs once each time, before any of them goes on."""

import threading


def worker(barrier, steps, numbers):
    for step in range(2):
        steps.append("come %d" % step)
        numbers.append(barrier.wait())
        steps.append("go %d" % step)


if __name__ == "__main__":
    steps, numbers = [], []
    barrier = threading.Barrier(3, action=lambda: steps.append("action"))
    threads = [threading.Thread(target=worker, args=(barrier, steps, numbers)) for _ in range(2)]
    for thread in threads:
        thread.start()
    worker(barrier, steps, numbers)
    for thread in threads:
        thread.join()
    print(sorted(numbers))
    for group in (steps[:3], steps[3:4]):
        print(sorted(group))
    print(sorted(steps), steps.index("action"))
    print(barrier.n_waiting, barrier.broken)
