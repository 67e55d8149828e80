"""cancel() after the coroutine has finished does nothing and says so."""

import asyncio
import threading


async def worker():
    return 42


def main():
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    future = asyncio.run_coroutine_threadsafe(worker(), loop)
    print("result:", future.result())
    print("cancel:", future.cancel(), "cancelled:", future.cancelled(), "result:", future.result())
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


if __name__ == "__main__":
    main()
