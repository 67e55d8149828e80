"""Task.get_context gives the context that a task runs in."""

# recorder: python>=3.12

import asyncio
import contextvars

variable = contextvars.ContextVar("variable", default="nothing")


async def child(value):
    context = asyncio.current_task().get_context()
    print("in it:", context.get(variable), context is asyncio.current_task().get_context())
    variable.set(value)
    print("set:", context.get(variable), variable.get())
    await asyncio.sleep(0)
    print("later:", context.get(variable), variable.get())
    return context


async def main():
    variable.set("main")
    task = asyncio.create_task(child("child"))
    before = task.get_context()
    print("before:", before.get(variable), before is task.get_context())
    context = await task
    print("after:", context is before, task.get_context() is before, before[variable], variable.get())

    # One that was given.
    given = contextvars.copy_context()
    given.run(variable.set, "given")
    task = asyncio.create_task(child("changed"), context=given)
    print(task.get_context() is given)
    await task
    print(given[variable], variable.get())

    # What is bound in it from outside is seen inside.
    task = asyncio.create_task(child("outside"))
    task.get_context().run(variable.set, "bound before")
    await asyncio.sleep(0)
    task.get_context().run(variable.set, "bound between")
    await task


if __name__ == "__main__":
    asyncio.run(main())
