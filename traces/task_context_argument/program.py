"""create_task and call_soon with a context of one's own."""
# recorder: python>=3.11

import asyncio
import contextvars

VARIABLE = contextvars.ContextVar("VARIABLE", default="default")


async def worker():
    before = VARIABLE.get()
    VARIABLE.set("worker")
    await asyncio.sleep(0)
    return before, VARIABLE.get()


async def main():
    loop = asyncio.get_running_loop()
    context = contextvars.copy_context()
    context.run(VARIABLE.set, "given")
    VARIABLE.set("main")
    print(await asyncio.create_task(worker(), context=context), context[VARIABLE], VARIABLE.get())
    print(await loop.create_task(worker(), context=context), context[VARIABLE])
    loop.call_soon(lambda: print("call_soon:", VARIABLE.get()), context=context)
    future = loop.create_future()
    future.add_done_callback(lambda future: print("done-callback:", VARIABLE.get()), context=context)
    future.set_result(None)
    await asyncio.sleep(0)


if __name__ == "__main__":
    asyncio.run(main())
