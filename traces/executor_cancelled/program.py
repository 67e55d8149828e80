"""Cancelling what run_in_executor gave: a job in the queue is never done, one that runs goes on and its result is dropped."""

import asyncio
import concurrent.futures
import time


def work(label):
    print("begin", label)
    time.sleep(0.02)
    print("end", label)
    return label


async def wait_for_it(future, label):
    try:
        print(label, await future)
    except asyncio.CancelledError:
        print(label, "cancelled, future:", future.cancelled())
        raise


async def main():
    loop = asyncio.get_running_loop()
    with concurrent.futures.ThreadPoolExecutor(1) as executor:
        futures = [loop.run_in_executor(executor, work, label) for label in "abc"]
        tasks = [asyncio.create_task(wait_for_it(future, label)) for future, label in zip(futures, "abc")]
        await asyncio.sleep(0.01)
        print([future.cancel() for future in futures[:2]], futures[0].done())
        await asyncio.sleep(0)
        print([task.done() for task in tasks])
        print(await asyncio.gather(*tasks, return_exceptions=True))
        try:
            await asyncio.wait_for(loop.run_in_executor(executor, work, "d"), 0.01)
        except asyncio.TimeoutError:
            print("timed out")
    print("pool is shut down")


if __name__ == "__main__":
    asyncio.run(main())
