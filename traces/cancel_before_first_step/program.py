"""A task cancelled before its first step never runs its body."""

import asyncio


async def worker():
    try:
        print("never printed")
        await asyncio.sleep(1)
    finally:
        print("never printed either")


async def main():
    task = asyncio.create_task(worker())
    print("cancel:", task.cancel(), "done:", task.done())
    try:
        await task
    except asyncio.CancelledError as error:
        print("awaited:", repr(error))
    print("cancelled:", task.cancelled(), "cancel again:", task.cancel())


if __name__ == "__main__":
    asyncio.run(main())
