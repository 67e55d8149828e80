"""sys.exit in a coroutine that asyncio.run drives in a thread: that thread ends silently, main goes on."""

import asyncio
import sys
import threading


async def exits():
    print("coroutine exits")
    sys.exit(3)


if __name__ == "__main__":
    thread = threading.Thread(target=lambda: asyncio.run(exits()))
    thread.start()
    thread.join()
    print("main goes on")
