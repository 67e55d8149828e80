"""asyncio.wait ends with the first that is done, with the first that failed, or with all; a cancelled one has not failed."""

import asyncio


async def child(name, delay, error=None):
    try:
        await asyncio.sleep(delay)
    finally:
        print(name, "ends")
    if error is not None:
        raise error
    return name


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def waits(label, tasks, **options):
    done, pending = await asyncio.wait(tasks, **options)
    print(label, names(done), names(pending), type(done).__name__, type(pending).__name__)
    for task in pending:
        task.cancel()
    if pending:
        await asyncio.wait(pending)
    for task in done:
        if not task.cancelled():
            task.exception()


def start(*children):
    return [asyncio.create_task(child(*one), name=one[0]) for one in children]


async def main():
    await waits("all", start(("a", 0.01), ("b", 0.02)))
    await waits("all by name", start(("a", 0.01, ValueError("a")), ("b", 0.02)), return_when=asyncio.ALL_COMPLETED)
    await waits("first", start(("a", 0.02), ("b", 0.01)), return_when=asyncio.FIRST_COMPLETED)
    # All of them are done by the time that the wait goes on.
    await waits("several", start(("a", 0), ("b", 0), ("c", 0)), return_when="FIRST_COMPLETED")
    tasks = start(("a", 0.01), ("b", 0.02, ValueError("b")), ("c", 0.03))
    await waits("exception", tasks, return_when=asyncio.FIRST_EXCEPTION)
    tasks = start(("a", 0.01), ("b", 0.02))
    await waits("no exception", tasks, return_when=asyncio.FIRST_EXCEPTION)
    tasks = start(("a", 0.02), ("b", 0.01))
    tasks[1].cancel()
    await waits("cancelled", tasks, return_when=asyncio.FIRST_EXCEPTION)
    tasks = start(("a", 0.02), ("b", 0.01))
    tasks[1].cancel()
    await waits("cancelled first", tasks, return_when=asyncio.FIRST_COMPLETED)
    # The same one twice is one.
    task = start(("a", 0.01))[0]
    await waits("twice", [task, task])
    await waits("once more", (task,), return_when=asyncio.FIRST_COMPLETED)
    print(asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED)


if __name__ == "__main__":
    asyncio.run(main())
