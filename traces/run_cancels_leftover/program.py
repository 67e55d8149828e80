"""asyncio.run cancels the task that main left behind, and waits until it has cleaned up."""

import asyncio


async def leftover():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("leftover:", repr(error))
        await asyncio.sleep(0.02)
        print("leftover: cleaned up")
        raise


async def main():
    asyncio.create_task(leftover())
    await asyncio.sleep(0)
    print("main returns")
    return "value"


if __name__ == "__main__":
    print(asyncio.run(main()))
    print("end")
