"""A coroutine that is submitted to the loop of another thread."""

import asyncio
import threading


async def worker():
    return 42


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    assert asyncio.run_coroutine_threadsafe(worker(), loop).result() == 42
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()
