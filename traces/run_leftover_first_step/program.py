"""Tasks that main makes just before it returns: they get their first step, and what they make in it does not."""

import asyncio


async def second():
    print("never printed")


async def first():
    print("first: one step")
    task = asyncio.create_task(second())
    task.add_done_callback(lambda task: print("second cancelled:", task.cancelled()))
    await asyncio.sleep(0)
    print("never printed either")


async def main():
    task = asyncio.create_task(first())
    task.add_done_callback(lambda task: print("first cancelled:", task.cancelled()))
    print("main returns")


if __name__ == "__main__":
    asyncio.run(main())
