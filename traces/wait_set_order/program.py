"""The sets that asyncio.wait gives have the order of addresses, so that any order can come out."""

# recorder: repeats=40

import asyncio


async def main():
    tasks = [asyncio.create_task(asyncio.sleep(delay), name=name) for name, delay in (("a", 0), ("b", 0), ("c", 1))]
    done, pending = await asyncio.wait(tasks, timeout=0.01)
    print("done:", [task.get_name() for task in done])
    print("again:", [task.get_name() for task in done])
    pending.add(tasks[0])
    print("first of", len(pending), "is", next(iter(pending)).get_name())
    tasks[2].cancel()
    done, pending = await asyncio.wait(pending)
    task = done.pop()
    print("taken:", task.get_name(), "left:", [task.get_name() for task in done])


if __name__ == "__main__":
    asyncio.run(main())
