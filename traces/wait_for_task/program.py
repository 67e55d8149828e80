"""Which task runs a coroutine that is given to wait_for, and what it sees of the caller's context."""

import asyncio
import contextvars

variable = contextvars.ContextVar("variable")


async def child():
    task = asyncio.current_task()
    print("in", task.get_name(), "sees", variable.get())
    variable.set("set by the child")
    await asyncio.sleep(0)
    return task


async def expire(timeout):
    variable.set("set by the caller")
    try:
        task = await asyncio.wait_for(child(), timeout)
        print(timeout, task is asyncio.current_task(), variable.get())
    except asyncio.TimeoutError:
        print(timeout, "not begun", variable.get())


async def main():
    print(asyncio.current_task().get_name())
    await expire(10)
    await expire(None)
    await expire(0)
    print(len(asyncio.all_tasks()), asyncio.create_task(asyncio.sleep(0)).get_name())
    # The call alone does nothing.
    waiting = asyncio.wait_for(child(), 10)
    print(asyncio.iscoroutine(waiting))
    await asyncio.sleep(0)
    await waiting
    # A coroutine cannot be awaited again.
    coroutine = child()
    await asyncio.wait_for(coroutine, 10)
    try:
        await asyncio.wait_for(coroutine, 10)
    except RuntimeError as error:
        print(error)


if __name__ == "__main__":
    asyncio.run(main())
