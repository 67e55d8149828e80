"""A task fails and nobody looks: its exception is reported when the task object goes."""

import asyncio


async def fails(message):
    raise ValueError(message)


async def main():
    asyncio.create_task(fails("dropped at once"))
    await asyncio.sleep(0)
    print("after the first")
    task = asyncio.create_task(fails("kept in a variable"))
    await asyncio.sleep(0)
    print("after the second:", task.done())
    del task
    print("after del")
    seen = asyncio.create_task(fails("looked at"))
    await asyncio.sleep(0)
    print("exception:", repr(seen.exception()))


if __name__ == "__main__":
    asyncio.run(main())
