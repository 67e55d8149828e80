"""Names and contexts of a task group's tasks, and what a custom task factory is told."""
# recorder: python>=3.11

import asyncio
import contextvars

VARIABLE = contextvars.ContextVar("VARIABLE", default="default")


async def tell(label):
    print(label, asyncio.current_task().get_name(), VARIABLE.get())
    VARIABLE.set(label)


async def main():
    context = contextvars.copy_context()
    context.run(VARIABLE.set, "given")
    VARIABLE.set("parent's")
    async with asyncio.TaskGroup() as group:
        group.create_task(tell("plain"))
        group.create_task(tell("named"), name="name")
        group.create_task(tell("in a context"), context=context)
        group.create_task(tell("both"), name=7, context=contextvars.Context())
        group.create_task(tell("neither"), name=None, context=None)
    print(context[VARIABLE], VARIABLE.get())
    loop = asyncio.get_running_loop()

    told = []

    def factory(loop, coroutine, **options):
        told.append(sorted(options))
        return asyncio.Task(coroutine, loop=loop, **options)

    loop.set_task_factory(factory)
    async with asyncio.TaskGroup() as group:
        group.create_task(tell("plain"))
        group.create_task(tell("named"), name="name")
        group.create_task(tell("in a context"), context=context)
        for options in told:
            print("factory", options)


if __name__ == "__main__":
    asyncio.run(main())
