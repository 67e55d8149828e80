"""Submissions to a running loop: they start in order, but how their steps mix depends on when the loop wakes."""
# recorder: repeats=70

import asyncio
import threading


async def worker(number):
    print("start", number)
    await asyncio.sleep(0)
    print("done", number)


def main():
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    futures = [asyncio.run_coroutine_threadsafe(worker(number), loop) for number in range(2)]
    for future in futures:
        future.result()
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


if __name__ == "__main__":
    main()
