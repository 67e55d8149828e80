"""A thread submits at about the time at which the main thread ends: the job is done, or refused since the interpreter is ending."""
# recorder: repeats=60

import concurrent.futures
import threading
import time


def submit(executor):
    time.sleep(0.02)
    try:
        executor.submit(print, "done")
    except RuntimeError as error:
        print(error)


if __name__ == "__main__":
    executor = concurrent.futures.ThreadPoolExecutor(1)
    executor.submit(time.sleep, 0)
    threading.Thread(target=submit, args=(executor,)).start()
    time.sleep(0.02)
