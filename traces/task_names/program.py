"""The names of tasks: one counter for the whole process, and who takes a number from it."""

import asyncio
import threading


async def report(label):
    print(label, asyncio.current_task().get_name())


def in_thread():
    asyncio.run(report("in another thread:"))


async def main():
    await report("main:")
    await asyncio.create_task(report("unnamed:"))
    await asyncio.create_task(report("named:"), name="mine")
    await asyncio.create_task(report("unnamed again:"))
    await asyncio.get_running_loop().create_task(report("named by the loop:"), name="loop's")
    await asyncio.ensure_future(report("ensure_future:"))
    await asyncio.create_task(report("a number as a name:"), name=7)
    task = asyncio.create_task(report("renamed:"))
    task.set_name("new name")
    await task
    task.set_name(42)
    print("set_name(42):", repr(task.get_name()))


if __name__ == "__main__":
    asyncio.run(main())
    asyncio.run(report("second run:"))
    thread = threading.Thread(target=in_thread)
    thread.start()
    thread.join()
    asyncio.run(report("last run:"))
