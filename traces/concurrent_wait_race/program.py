"""wait(FIRST_COMPLETED) for two jobs that end at about the same time: one of them is done, or both are."""
# recorder: repeats=60

import concurrent.futures
import time


def work(label):
    time.sleep(0.02)
    return label


if __name__ == "__main__":
    with concurrent.futures.ThreadPoolExecutor(2) as executor:
        futures = [executor.submit(work, label) for label in "ab"]
        done, not_done = concurrent.futures.wait(futures, return_when=concurrent.futures.FIRST_COMPLETED)
        print(sorted(future.result() for future in done), len(not_done))
