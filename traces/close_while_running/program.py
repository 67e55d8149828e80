"""A running loop cannot be closed."""

import asyncio


async def main():
    try:
        asyncio.get_running_loop().close()
    except RuntimeError as error:
        print("RuntimeError:", error)


if __name__ == "__main__":
    asyncio.run(main())
