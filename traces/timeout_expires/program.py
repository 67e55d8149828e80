"""A block whose time is over: what it raises, and what the timeout and the task say before, in and after it."""
# recorder: python>=3.11

import asyncio


def chain(error):
    cause = None if error.__cause__ is None else repr(error.__cause__)
    return f"{error!r} cause: {cause} context: {error.__context__!r} suppressed: {error.__suppress_context__}"


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.current_task()
    before = loop.time()
    timeout = asyncio.timeout(0.01)
    print(timeout, timeout.expired(), before <= timeout.when() <= loop.time() + 0.01)
    try:
        async with timeout as entered:
            print(entered is timeout, timeout.expired())
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError as error:
                print("in the block:", repr(error), timeout, timeout.expired(), task.cancelling())
                raise
    except TimeoutError as error:
        print(chain(error), error.args)
    print(timeout, timeout.expired(), task.cancelling())

    # In time.
    async with asyncio.timeout(10) as timeout:
        await asyncio.sleep(0)
    print(timeout, timeout.expired())

    # No limit.
    async with asyncio.timeout(None) as timeout:
        print(timeout, timeout.when())
        await asyncio.sleep(0)

    # A block that does not wait cannot expire, and one that waits for an iteration can.
    async with asyncio.timeout(0) as timeout:
        print("runs")
    print(timeout)
    for limit in (asyncio.timeout(0), asyncio.timeout(-1), asyncio.timeout_at(loop.time() - 1), asyncio.timeout_at(0)):
        try:
            async with limit:
                await asyncio.sleep(0)
                print("not reached")
        except TimeoutError as error:
            print(chain(error), limit)

    # What the block returns or raises by itself.
    try:
        async with asyncio.timeout(10) as timeout:
            raise ValueError("own")
    except ValueError as error:
        print(chain(error), timeout)
    try:
        async with asyncio.timeout(10) as timeout:
            raise asyncio.CancelledError("own")
    except asyncio.CancelledError as error:
        print(chain(error), timeout, task.cancelling())


if __name__ == "__main__":
    asyncio.run(main())
