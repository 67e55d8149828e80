"""A coroutine awaits a task that it made in another thread's loop: refused, as the task belongs to that loop."""

import asyncio
import threading


async def worker():
    await asyncio.sleep(10)


async def main(new_loop):
    task = new_loop.create_task(worker())
    try:
        await task
    except RuntimeError as error:
        print("RuntimeError:", error)


if __name__ == "__main__":
    new_loop = asyncio.new_event_loop()
    asyncio.run(main(new_loop))
    new_loop.close()
