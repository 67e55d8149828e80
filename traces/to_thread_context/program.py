"""to_thread calls a function in a copy of the context; run_in_executor and bare threads pass none on."""
# recorder: python>=3.9

import asyncio
import contextvars
import threading

variable = contextvars.ContextVar("variable", default="default")


def look(label):
    before = variable.get()
    variable.set("changed by " + label)
    return before, variable.get(), threading.current_thread() is threading.main_thread()


async def main():
    variable.set("of the task")
    print(await asyncio.to_thread(look, "to_thread"), variable.get())
    await asyncio.sleep(0.03)
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, look, "executor"), variable.get())
    await asyncio.sleep(0.03)
    print(await loop.run_in_executor(None, look, "executor again"), variable.get())
    print(await asyncio.to_thread(look, "to_thread again"), variable.get())
    coroutine = asyncio.to_thread(look, "late")
    variable.set("before the first step")
    print(asyncio.iscoroutine(coroutine), await coroutine)
    try:
        await asyncio.to_thread(int, "x")
    except ValueError as error:
        print(type(error).__name__)


if __name__ == "__main__":
    asyncio.run(main())
