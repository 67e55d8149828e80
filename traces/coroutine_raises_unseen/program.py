"""Nobody asks for the result of a submitted coroutine that raised: nothing is reported."""

import asyncio
import threading


async def worker(finished):
    finished.set()
    raise ValueError("nobody sees this")


def main():
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    finished = threading.Event()
    asyncio.run_coroutine_threadsafe(worker(finished), loop)
    finished.wait()
    loop.call_soon_threadsafe(print, "the loop goes on")
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


if __name__ == "__main__":
    main()
