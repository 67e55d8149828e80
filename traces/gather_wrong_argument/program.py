"""gather refuses an argument, but the ones before it are its children already: they run, and an exception of theirs counts as seen."""

import asyncio


async def child():
    print("runs in", asyncio.current_task().get_name())
    raise ValueError("seen by nobody")


async def main():
    try:
        asyncio.gather(child(), 1)
    except TypeError as error:
        print(error)
    for _ in range(3):
        await asyncio.sleep(0)
    print("after")


if __name__ == "__main__":
    asyncio.run(main())
