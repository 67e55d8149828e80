"""`except asyncio.TimeoutError` around future.result(timeout), as a user writes it: uncaught before 3.11."""

import asyncio
import threading


async def worker():
    await asyncio.sleep(10)


def main():
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, daemon=True).start()
    future = asyncio.run_coroutine_threadsafe(worker(), loop)
    try:
        future.result(timeout=0.05)
    except asyncio.TimeoutError:
        print("caught")


if __name__ == "__main__":
    main()
