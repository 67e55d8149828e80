"""One thread's timeout breaks the barrier for all: a longer wait ends too, and a reset makes it usable again."""

import threading
import time


def worker(name, barrier, timeout, results):
    try:
        results.append((name, barrier.wait(timeout)))
    except threading.BrokenBarrierError as error:
        results.append((name, type(error).__name__))


def meet(barrier, timeouts):
    results = []
    threads = [threading.Thread(target=worker, args=(n, barrier, t, results)) for n, t in enumerate(timeouts)]
    for thread in threads:
        thread.start()
        time.sleep(0.02)
    print("waiting:", barrier.n_waiting, barrier.broken)
    for thread in threads:
        thread.join()
    print(sorted(results), barrier.n_waiting, barrier.broken)


if __name__ == "__main__":
    barrier = threading.Barrier(3, timeout=0.3)
    meet(barrier, [None, 5])
    meet(barrier, [5])
    barrier.reset()
    meet(barrier, [1, None, 5])
