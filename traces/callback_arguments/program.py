"""Callbacks that are not callable or that are coroutines: accepted, and reported when their turn comes."""

import asyncio


async def coroutine_function():
    print("never printed")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(42)
    loop.call_soon(coroutine_function)
    await asyncio.sleep(0)
    print("main goes on")


if __name__ == "__main__":
    asyncio.run(main())
