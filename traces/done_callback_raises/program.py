"""A callback of the returned future raises: it is logged, and the next callback runs."""

import asyncio
import threading


def fails(future):
    raise ValueError("callback failed")


def succeeds(future):
    print("next callback:", future.result())


async def worker():
    await asyncio.sleep(0.05)
    return 42


def main():
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    future = asyncio.run_coroutine_threadsafe(worker(), loop)
    future.add_done_callback(fails)
    future.add_done_callback(succeeds)
    result = future.result()
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    print("result:", result)
    loop.close()


if __name__ == "__main__":
    main()
