"""Moving a timeout, and when that is not allowed."""
# recorder: python>=3.11

import asyncio


def refuse(timeout, when=None):
    try:
        timeout.reschedule(when)
    except RuntimeError as error:
        print(error)


async def main():
    loop = asyncio.get_running_loop()
    timeout = asyncio.timeout(None)
    refuse(timeout)
    async with timeout:
        timeout.reschedule(1234567890.06251)
        print(timeout)
        timeout.reschedule(99999999.0625)
        print(timeout)
        timeout.reschedule(None)
        print(timeout, timeout.when())
    refuse(timeout)
    print(timeout)

    # Later, then away, then into the past.
    async with asyncio.timeout(0.01) as timeout:
        timeout.reschedule(loop.time() + 10)
        await asyncio.sleep(0.03)
        print("later:", timeout.expired())
    async with asyncio.timeout(0.01) as timeout:
        timeout.reschedule(None)
        await asyncio.sleep(0.03)
        print("away:", timeout.expired())
    try:
        async with asyncio.timeout(10) as timeout:
            timeout.reschedule(loop.time() - 1)
            await asyncio.sleep(0)
    except TimeoutError:
        print("past:", timeout.expired())
    refuse(timeout)

    # Away again, before the callback that it has queued could run.
    async with asyncio.timeout(0) as timeout:
        timeout.reschedule(None)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        print("taken back:", timeout.expired())

    # Too late.
    try:
        async with asyncio.timeout(0) as timeout:
            try:
                await asyncio.sleep(10)
            finally:
                print(timeout)
                refuse(timeout, loop.time() + 10)
    except TimeoutError:
        print(timeout)


if __name__ == "__main__":
    asyncio.run(main())
