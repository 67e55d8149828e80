"""An exception that leaves asyncio.run uncaught: the traceback, and exit code 1."""

import asyncio


async def main():
    print("main runs")
    await asyncio.sleep(0)
    raise ValueError("main failed")


if __name__ == "__main__":
    asyncio.run(main())
