"""One loop with two tasks."""

import asyncio


async def worker():
    await asyncio.sleep(1)


async def main():
    await asyncio.gather(worker(), worker())


if __name__ == "__main__":
    asyncio.run(main())
