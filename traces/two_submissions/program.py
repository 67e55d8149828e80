"""Submissions of one thread start in the order in which they were made."""

import asyncio
import threading


async def worker(number):
    print("start", number)
    await asyncio.sleep(0)
    print("done", number)
    return number


def main():
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    futures = [asyncio.run_coroutine_threadsafe(worker(number), loop) for number in range(3)]
    thread.start()
    values = [future.result() for future in futures]
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    print(values)
    loop.close()


if __name__ == "__main__":
    main()
