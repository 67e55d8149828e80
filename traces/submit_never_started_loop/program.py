"""A submission to a loop that nobody runs, and that is then closed: the coroutine is never awaited."""

import asyncio
import concurrent.futures


async def worker():
    print("worker runs")


def main():
    loop = asyncio.new_event_loop()
    future = asyncio.run_coroutine_threadsafe(worker(), loop)
    try:
        future.result(timeout=0.05)
    except concurrent.futures.TimeoutError:
        print("no result: the loop does not run")
    loop.close()
    print("closed; done:", future.done())


if __name__ == "__main__":
    main()
