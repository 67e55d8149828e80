"""asyncio.run cancels several leftover tasks: they are kept in a set, so their order is not fixed."""
# recorder: repeats=60

import asyncio


async def leftover(name):
    try:
        await asyncio.sleep(10)
    finally:
        print(name, "leaves")


async def main():
    for name in ("first", "second", "third"):
        asyncio.create_task(leftover(name))
    await asyncio.sleep(0)
    print("main returns")


if __name__ == "__main__":
    asyncio.run(main())
