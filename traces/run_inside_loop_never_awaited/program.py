"""asyncio.run inside a running loop, as a user writes it: the coroutine is reported as never awaited."""

import asyncio


async def inner():
    print("never printed")


async def main():
    asyncio.run(inner())


if __name__ == "__main__":
    asyncio.run(main())
