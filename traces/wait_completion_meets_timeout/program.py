"""What asyncio.wait and asyncio.as_completed wait for is done in the iteration in which the time is over, before the timer or after it."""

import asyncio
import time


async def waits(label, future):
    done, pending = await asyncio.wait([future], timeout=0.02)
    print(label, "wait:", len(done), len(pending))


async def completes(label, future):
    for coroutine in asyncio.as_completed([future], timeout=0.02):
        try:
            print(label, "as_completed:", await coroutine)
        except asyncio.TimeoutError as error:
            print(label, "as_completed:", repr(error))


async def main():
    loop = asyncio.get_running_loop()
    for function in waits, completes:
        for delay, label in (0.01, "completed first"), (0.03, "timed out first"):
            future = loop.create_future()
            task = asyncio.create_task(function(label, future))
            await asyncio.sleep(0)
            loop.call_later(delay, future.set_result, "result")
            # Both timers are due when the loop goes on.
            time.sleep(0.05)
            await task


if __name__ == "__main__":
    asyncio.run(main())
