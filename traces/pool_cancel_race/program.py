"""A job is cancelled at about the time at which a worker takes it: it is cancelled and never done, or it is too late."""
# recorder: repeats=60

import concurrent.futures
import threading
import time


def first():
    time.sleep(0.02)


if __name__ == "__main__":
    with concurrent.futures.ThreadPoolExecutor(1) as executor:
        executor.submit(first)
        future = executor.submit(threading.get_ident)
        time.sleep(0.02)
        cancelled = future.cancel()
    print(cancelled, future.cancelled())
