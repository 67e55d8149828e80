"""result() without a timeout on a submission to a loop that nobody runs: it never ends."""
# recorder: hangs

import asyncio


async def worker():
    print("worker runs")


def main():
    loop = asyncio.new_event_loop()
    future = asyncio.run_coroutine_threadsafe(worker(), loop)
    print("waiting")
    future.result()
    print("never printed")


if __name__ == "__main__":
    main()
