"""A coroutine function as a thread's target: the coroutine is made and never awaited."""

import threading


async def worker():
    print("never printed")


if __name__ == "__main__":
    thread = threading.Thread(target=worker)
    thread.start()
    thread.join()
    print("end")
