"""main cancels itself: asyncio.run raises CancelledError, which `except Exception` does not catch."""

import asyncio


async def main():
    asyncio.current_task().cancel()
    print("still running")
    await asyncio.sleep(0)
    print("never printed")


if __name__ == "__main__":
    try:
        asyncio.run(main())
    except Exception as error:
        print("an Exception:", repr(error))
    except asyncio.CancelledError as error:
        print("a CancelledError:", repr(error))
