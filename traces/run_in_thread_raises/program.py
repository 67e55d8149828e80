"""asyncio.run in a thread raises: the exception is printed as any thread's."""

import asyncio
import threading


async def fails():
    raise ValueError("coroutine failed")


if __name__ == "__main__":
    thread = threading.Thread(target=asyncio.run, args=(fails(),))
    thread.start()
    thread.join()
    print("main goes on")
