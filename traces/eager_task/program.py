"""A task that begins within the call that makes it: the current task, the tasks of the loop, and the order of what is printed."""
# recorder: python>=3.12

import asyncio


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def ends_at_once():
    task = asyncio.current_task()
    print("  begins", task, names(asyncio.all_tasks()))
    task.add_done_callback(lambda done: print("  called back", done))
    return "result"


async def suspends(future):
    print("  begins", asyncio.current_task().get_name())
    got = await future
    print("  goes on", got, asyncio.current_task().get_name(), names(asyncio.all_tasks()))
    return got


async def yields():
    for number in range(3):
        print("  step", number)
        await asyncio.sleep(0)


async def main():
    loop = asyncio.get_running_loop()
    print("make one that ends")
    one = asyncio.Task(ends_at_once(), loop=loop, name="one", eager_start=True)
    print("made", one, asyncio.current_task().get_name(), names(asyncio.all_tasks()))
    print(await one, one.done(), one.result())

    future = loop.create_future()
    print("make one that suspends")
    two = asyncio.Task(suspends(future), loop=loop, name="two", eager_start=True)
    print("made", two, names(asyncio.all_tasks()))
    future.set_result("set")
    print(await two, two)

    print("make one that yields")
    three = asyncio.Task(yields(), loop=loop, name="three", eager_start=True)
    four = asyncio.Task(yields(), loop=loop, name="four", eager_start=False)
    print("made")
    await asyncio.gather(three, four)

    # One within another.
    async def outer():
        inner = asyncio.Task(ends_at_once(), loop=loop, name="inner", eager_start=True)
        print("  between", asyncio.current_task().get_name(), inner.done())
        await asyncio.sleep(0)
        return inner.result()

    print("nested")
    print(await asyncio.Task(outer(), loop=loop, name="outer", eager_start=True))


if __name__ == "__main__":
    asyncio.run(main())
    # In a loop that does not run, it begins like any other.
    loop = asyncio.new_event_loop()
    task = asyncio.Task(yields(), loop=loop, eager_start=True, name="waits")
    print(task)
    loop.run_until_complete(task)
    loop.close()
