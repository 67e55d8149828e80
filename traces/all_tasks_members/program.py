"""all_tasks and current_task as tasks come and go."""

import asyncio


async def worker():
    await asyncio.sleep(0)


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def main():
    print(asyncio.current_task().get_name(), names(asyncio.all_tasks()))
    tasks = [asyncio.create_task(worker(), name=name) for name in "ab"]
    print("created:", names(asyncio.all_tasks()))
    await asyncio.sleep(0)
    print("waiting:", names(asyncio.all_tasks()))
    await asyncio.sleep(0)
    print("finished:", names(asyncio.all_tasks()), [task.done() for task in tasks])


if __name__ == "__main__":
    asyncio.run(main())
