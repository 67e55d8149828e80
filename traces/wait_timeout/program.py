"""asyncio.wait with a limit: it cancels nothing and raises nothing, and what is done by then is done."""

import asyncio


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def waits(label, tasks, **options):
    done, pending = await asyncio.wait(tasks, **options)
    print(label, names(done), names(pending))


async def main():
    tasks = [asyncio.create_task(asyncio.sleep(delay, name), name=name) for name, delay in (("a", 0.01), ("b", 0.5))]
    await waits("zero", tasks, timeout=0)
    await waits("negative", tasks, timeout=-1)
    await waits("short", tasks, timeout=0.2)
    await waits("done already", tasks[:1], timeout=0)
    await waits("first is done", tasks, timeout=5, return_when=asyncio.FIRST_COMPLETED)
    await waits("none", tasks, timeout=None)
    await waits("in time", [asyncio.create_task(asyncio.sleep(0.01), name="c")], timeout=1)


if __name__ == "__main__":
    asyncio.run(main())
