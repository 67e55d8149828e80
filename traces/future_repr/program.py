"""How futures, tasks and handles print themselves where no address is shown."""

import asyncio


def callback(future=None):
    pass


def other(future):
    pass


async def worker():
    await asyncio.sleep(0.01)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future)
    future.add_done_callback(callback)
    print(future)
    future.add_done_callback(other)
    print(future)
    future.add_done_callback(callback)
    future.add_done_callback(other)
    print(future)
    future.set_result([1, "two", 3.0, None, (4,), {"five": True}])
    print(future)
    long = loop.create_future()
    long.set_result("x" * 100)
    print(long)
    failed = loop.create_future()
    failed.set_exception(ValueError("v", 1))
    print(failed, failed.exception())
    cancelled = loop.create_future()
    cancelled.cancel()
    print(cancelled)


if __name__ == "__main__":
    asyncio.run(main())
