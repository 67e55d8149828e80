"""main raises: leftover tasks are cancelled first, then asyncio.run raises the exception."""

import asyncio


async def leftover():
    try:
        await asyncio.sleep(10)
    finally:
        print("leftover leaves")


async def main():
    asyncio.create_task(leftover())
    await asyncio.sleep(0)
    raise ValueError("main failed")


if __name__ == "__main__":
    try:
        asyncio.run(main())
    except ValueError as error:
        print("caught:", error)
