"""An iterator of Executor.map that is closed early cancels what has not begun; one that was never asked cancels nothing."""

import concurrent.futures
import time


def work(value):
    time.sleep(0.01)
    print("worked:", value)
    return value


if __name__ == "__main__":
    with concurrent.futures.ThreadPoolExecutor(1) as executor:
        results = executor.map(work, range(4))
        for result in results:
            print("result:", result)
            break
        results.close()
        print(list(results))
    with concurrent.futures.ThreadPoolExecutor(1) as executor:
        results = executor.map(work, "ab")
        results.close()
    with concurrent.futures.ThreadPoolExecutor(1) as executor:
        results = executor.map(work, "cd")
        print(next(results), next(results))
        try:
            next(results)
        except StopIteration:
            print("no more")
