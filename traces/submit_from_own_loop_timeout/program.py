"""As submit_from_own_loop_deadlock, with a timeout: the coroutine runs only after the blocking wait is over."""

import asyncio
import concurrent.futures


async def worker():
    print("worker runs")
    return 42


async def main():
    future = asyncio.run_coroutine_threadsafe(worker(), asyncio.get_running_loop())
    try:
        future.result(timeout=0.05)
    except concurrent.futures.TimeoutError:
        print("timed out: this thread is the loop's")
    print("awaited:", await asyncio.wrap_future(future))
    print("result:", future.result())


if __name__ == "__main__":
    asyncio.run(main())
