"""asyncio.run and loop.run_* inside a running loop."""

import asyncio


async def inner():
    print("never printed")


async def main():
    coroutine = inner()
    try:
        asyncio.run(coroutine)
    except RuntimeError as error:
        print("run:", error)
    coroutine.close()
    loop = asyncio.new_event_loop()
    try:
        loop.run_until_complete(loop.create_future())
    except RuntimeError as error:
        print("another loop:", error)
    loop.close()


if __name__ == "__main__":
    asyncio.run(main())
