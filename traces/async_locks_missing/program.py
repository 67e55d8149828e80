"""What came later: Barrier with 3.11, the shutdown of queues with 3.13; and nothing of them needs a running loop from 3.10 on."""

import asyncio
import threading


def attempt(label, call):
    try:
        print(label, type(call()).__name__)
    except Exception as error:
        print(label, repr(error))


def make():
    for name in "Lock", "Event", "Condition", "Semaphore", "BoundedSemaphore", "Queue":
        attempt(name, getattr(asyncio, name))


async def main():
    attempt("barrier:", lambda: asyncio.Barrier(2))
    attempt("shutdown:", lambda: asyncio.Queue().shutdown())
    attempt("shutdown:", lambda: asyncio.PriorityQueue().shutdown(immediate=True))


if __name__ == "__main__":
    asyncio.run(main())
    thread = threading.Thread(target=make, name="worker")
    thread.start()
    thread.join()
