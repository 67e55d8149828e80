"""shutdown_default_executor(timeout): in 3.12 the time limits only the join after the wait, from 3.13 on the wait itself, with a warning."""
# recorder: python>=3.12

import asyncio
import time


def work():
    time.sleep(0.03)
    print("worked")


async def main(timeout):
    loop = asyncio.get_running_loop()
    future = loop.run_in_executor(None, work)
    await loop.shutdown_default_executor(timeout)
    print("shut down", future.done())


if __name__ == "__main__":
    asyncio.run(main(0.01))
    asyncio.run(main(1))
    asyncio.run(main(0))
