"""The contexts of eager tasks: a copy of the maker's, or a given one; the maker's own is as it was when it goes on."""
# recorder: python>=3.12

import asyncio
import contextvars

VARIABLE = contextvars.ContextVar("VARIABLE", default="default")


async def changes(label, suspend=False):
    print(label, "sees", VARIABLE.get())
    token = VARIABLE.set(label)
    if suspend:
        await asyncio.sleep(0)
        print(label, "still sees", VARIABLE.get())
        VARIABLE.reset(token)
        print(label, "sees again", VARIABLE.get())


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    token = VARIABLE.set("main")
    asyncio.create_task(changes("ends"))
    print("main sees", VARIABLE.get())
    task = asyncio.create_task(changes("suspends", suspend=True))
    print("main sees", VARIABLE.get())
    await task

    given = contextvars.Context()
    asyncio.create_task(changes("in a context"), context=given)
    print("main sees", VARIABLE.get(), "the context has", given[VARIABLE])
    task = asyncio.create_task(changes("in a context again", suspend=True), context=given)
    print("main sees", VARIABLE.get(), "the context has", given[VARIABLE], task.get_context() is given)
    await task
    print("main sees", VARIABLE.get(), "the context has", given[VARIABLE])

    async def nested():
        VARIABLE.set("outer")
        asyncio.create_task(changes("inner"))
        print("outer sees", VARIABLE.get())

    await asyncio.create_task(nested())
    VARIABLE.reset(token)
    print("main sees", VARIABLE.get())

    def callback():
        VARIABLE.set("callback")
        made.append(asyncio.create_task(changes("from a callback", suspend=True)))
        print("callback sees", VARIABLE.get(), asyncio.current_task())

    made = []
    loop.call_soon(callback)
    await asyncio.sleep(0)
    await made[0]


if __name__ == "__main__":
    asyncio.run(main())
