"""A leftover task refuses its cancellation: asyncio.run waits for it all the same."""

import asyncio


async def leftover():
    for number in range(3):
        try:
            await asyncio.sleep(0.02)
            print("slept", number)
        except asyncio.CancelledError:
            print("refused", number)
    return "done"


async def main():
    task = asyncio.create_task(leftover())
    await asyncio.sleep(0)
    return task


if __name__ == "__main__":
    task = asyncio.run(main())
    print(task.cancelled(), task.result())
