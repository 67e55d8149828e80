"""A submitted coroutine calls sys.exit: the loop's thread ends silently, and the exception reaches the submitter."""

import asyncio
import sys
import threading


async def worker():
    sys.exit("worker exits")


def main():
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    future = asyncio.run_coroutine_threadsafe(worker(), loop)
    thread.join()
    print("the loop's thread has ended; running:", loop.is_running(), "future done:", future.done())
    loop.call_soon(loop.stop)
    loop.run_forever()
    print("after one more iteration:", future.done(), repr(future.exception()))
    loop.close()


if __name__ == "__main__":
    main()
