"""current_task and all_tasks of a loop that is given, and of none."""

import asyncio


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def child(loop):
    print(asyncio.current_task(loop).get_name(), asyncio.current_task() is asyncio.current_task(loop))
    loop.call_soon(lambda: print("callback:", asyncio.current_task(), names(asyncio.all_tasks())))
    await asyncio.sleep(0)
    return names(asyncio.all_tasks(loop))


def attempt(function, *args):
    try:
        print(function(*args))
    except RuntimeError as error:
        print(error)


loop, other = asyncio.new_event_loop(), asyncio.new_event_loop()
first = loop.create_task(child(loop), name="first")
second = other.create_task(child(other), name="second")
print(asyncio.current_task(loop), names(asyncio.all_tasks(loop)), names(asyncio.all_tasks(other)))
attempt(asyncio.current_task)
attempt(asyncio.all_tasks)
attempt(asyncio.current_task, None)
print(loop.run_until_complete(first), asyncio.all_tasks(loop), names(asyncio.all_tasks(other)))
print(other.run_until_complete(second), asyncio.all_tasks(other))
loop.close()
other.close()
print(asyncio.current_task(loop), asyncio.all_tasks(loop))
