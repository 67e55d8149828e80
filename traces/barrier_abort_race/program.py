"""Two threads wait at a barrier for three, which a third one aborts or resets: whoever waits gets an error."""
# recorder: repeats=70

import threading


def worker(name, barrier):
    try:
        print(name, barrier.wait(0.05))
    except threading.BrokenBarrierError as error:
        print(name, repr(error))


if __name__ == "__main__":
    barrier = threading.Barrier(3)
    threads = [threading.Thread(target=worker, args=(name, barrier)) for name in "ab"]
    threads[0].start()
    barrier.reset()
    threads[1].start()
    barrier.abort()
    for thread in threads:
        thread.join()
    print(barrier.broken)
