"""A callback raises: the default exception handler logs it, and the loop goes on."""

import asyncio


def fails(*args):
    raise ValueError("callback failed")


def cancels():
    raise asyncio.CancelledError("from a callback")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(fails, "one", 2)
    loop.call_soon(cancels)
    loop.call_later(0.01, fails)
    loop.call_soon(print, "the next callback")
    await asyncio.sleep(0.03)
    print("main goes on")


if __name__ == "__main__":
    asyncio.run(main())
