"""Queue.shutdown and queue.ShutDown came with 3.13."""

import queue

if __name__ == "__main__":
    try:
        queue.Queue().shutdown()
        print("shut down")
    except AttributeError as error:
        print(error)
