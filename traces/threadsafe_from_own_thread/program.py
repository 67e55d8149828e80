"""call_soon_threadsafe used in the loop's own thread keeps its place among call_soon's callbacks."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "call_soon 1")
    loop.call_soon_threadsafe(print, "call_soon_threadsafe")
    loop.call_soon(print, "call_soon 2")
    await asyncio.sleep(0)
    print("main")


if __name__ == "__main__":
    asyncio.run(main())
