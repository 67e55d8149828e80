"""A timer sets the result of a future that was cancelled meanwhile: InvalidStateError in the callback."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(0.01, future.set_result, "late")
    future.cancel()
    await asyncio.sleep(0.03)
    print("main goes on")


if __name__ == "__main__":
    asyncio.run(main())
