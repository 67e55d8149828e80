"""The returned future is a concurrent.futures.Future: it cannot be awaited."""

import asyncio
import threading


async def worker():
    return 42


async def main(new_loop):
    future = asyncio.run_coroutine_threadsafe(worker(), new_loop)
    try:
        print(await future)
    except TypeError as error:
        print("TypeError:", error)
    try:
        asyncio.ensure_future(future)
    except TypeError as error:
        print("TypeError:", error)
    print("result:", future.result())


if __name__ == "__main__":
    new_loop = asyncio.new_event_loop()
    thread = threading.Thread(target=new_loop.run_forever)
    thread.start()
    asyncio.run(main(new_loop))
    new_loop.call_soon_threadsafe(new_loop.stop)
    thread.join()
    new_loop.close()
