"""A task raises KeyboardInterrupt: asyncio.run cancels the rest and raises it."""

import asyncio


async def interrupts():
    raise KeyboardInterrupt


async def main():
    try:
        await asyncio.create_task(interrupts())
    finally:
        print("main leaves")


if __name__ == "__main__":
    try:
        asyncio.run(main())
    except KeyboardInterrupt as error:
        print("asyncio.run:", repr(error))
