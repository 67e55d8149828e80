"""Handle.get_context gives the context that a callback runs in: before, meanwhile and afterwards."""

# recorder: python>=3.12

import asyncio
import contextvars

variable = contextvars.ContextVar("variable", default="nothing")
handles = []


def callback(value):
    context = handles[0].get_context()
    print("in it:", context.get(variable), context is handles[0].get_context())
    variable.set(value)
    print("set:", context.get(variable), variable.get())


async def main():
    loop = asyncio.get_running_loop()
    variable.set("main")

    handles[:] = [loop.call_soon(callback, "asked meanwhile")]
    await asyncio.sleep(0)
    context = handles[0].get_context()
    print("after:", context.get(variable), context is handles[0].get_context())

    handles[:] = [loop.call_soon(variable.set, "asked afterwards")]
    await asyncio.sleep(0)
    print("only after:", handles[0].get_context().get(variable))

    handles[:] = [loop.call_later(0.01, callback, "asked before")]
    before = handles[0].get_context()
    print("before:", before.get(variable), before is handles[0].get_context())
    await asyncio.sleep(0.02)
    print("after:", before.get(variable), before is handles[0].get_context(), variable.get())

    given = contextvars.copy_context()
    handles[:] = [loop.call_soon(callback, "given", context=given)]
    print(handles[0].get_context() is given)
    await asyncio.sleep(0)
    print(given[variable])

    cancelled = loop.call_soon(callback, "never")
    cancelled.cancel()
    print(cancelled.get_context().get(variable))


asyncio.run(main())
