"""Two workers and three jobs: in which order the jobs end, and in which as_completed gives them, which is the same."""
# recorder: repeats=100

import concurrent.futures
import time


def work(label):
    time.sleep(0.01)
    return label


if __name__ == "__main__":
    with concurrent.futures.ThreadPoolExecutor(2) as executor:
        futures = [executor.submit(work, label) for label in "abc"]
        print([future.result() for future in concurrent.futures.as_completed(futures)])
