"""asyncio.timeout came with 3.11."""

import asyncio


async def main():
    for make in (lambda: asyncio.timeout(1), lambda: asyncio.timeout_at(1), lambda: asyncio.Timeout(1)):
        try:
            print(make())
        except AttributeError as error:
            print(error)


if __name__ == "__main__":
    asyncio.run(main())
