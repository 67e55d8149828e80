"""How a task prints itself in each of its states."""

import asyncio


async def worker():
    await asyncio.sleep(0.01)
    return 42


async def fails():
    raise ValueError("v")


async def outer(task):
    await task


def callback(task):
    pass


async def main():
    task = asyncio.create_task(worker())
    print("new:", task)
    await asyncio.sleep(0)
    print("waiting:", task)
    waits = asyncio.create_task(outer(task))
    await asyncio.sleep(0)
    print("awaited:", task)
    print("awaiting:", waits)
    task.add_done_callback(callback)
    print("with a callback:", task)
    await task
    print("finished:", task)
    failed = asyncio.create_task(fails(), name="named")
    await asyncio.sleep(0)
    print("failed:", failed, repr(failed.exception()))
    cancelled = asyncio.create_task(worker())
    cancelled.cancel()
    print("to be cancelled:", cancelled)
    await asyncio.sleep(0)
    print("cancelled:", cancelled)
    waiting = asyncio.create_task(worker())
    await asyncio.sleep(0)
    waiting.cancel()
    print("to be cancelled while waiting:", waiting)


if __name__ == "__main__":
    asyncio.run(main())
