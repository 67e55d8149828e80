"""An eager task's first step stops its thread: other threads run meanwhile, in the middle of create_task."""
# recorder: python>=3.12 repeats=20

import asyncio
import threading
import time


def other(lock):
    with lock:
        print("other thread has the lock")
    print("other thread ends")


async def first_step(lock):
    print("begin")
    with lock:
        print("task has the lock")
    time.sleep(0.1)
    await asyncio.sleep(0)
    print("end")


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    lock = threading.Lock()
    lock.acquire()
    thread = threading.Thread(target=other, args=(lock,))
    thread.start()
    asyncio.get_running_loop().call_soon(print, "callback")
    lock.release()
    task = asyncio.create_task(first_step(lock))
    print("made")
    await task
    thread.join()


if __name__ == "__main__":
    asyncio.run(main())
