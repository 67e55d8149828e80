"""The loop's own thread submits to its loop and blocks on the result: the loop can never run the coroutine."""
# recorder: hangs

import asyncio


async def worker():
    print("worker runs")


async def main():
    future = asyncio.run_coroutine_threadsafe(worker(), asyncio.get_running_loop())
    print("waiting")
    print("result:", future.result())


if __name__ == "__main__":
    asyncio.run(main())
