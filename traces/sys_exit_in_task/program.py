"""sys.exit in a task leaves the loop at once; what awaited it is cancelled; the process ends with the code."""

import asyncio
import sys


async def exits():
    await asyncio.sleep(0)
    sys.exit(3)


async def main():
    task = asyncio.create_task(exits())
    try:
        await task
    except BaseException as error:
        print("main:", repr(error))
        raise


if __name__ == "__main__":
    try:
        asyncio.run(main())
    except SystemExit as error:
        print("asyncio.run:", repr(error))
        raise
