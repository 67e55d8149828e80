"""A leftover task raises while asyncio.run cancels it: the loop's exception handler reports it."""

import asyncio


async def leftover():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError("failed while leaving")


async def main():
    task = asyncio.create_task(leftover())
    await asyncio.sleep(0)
    print("main returns")
    return task


if __name__ == "__main__":
    task = asyncio.run(main())
    print(task.done(), task.cancelled(), repr(task.exception()))
