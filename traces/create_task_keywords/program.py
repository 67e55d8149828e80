"""The keywords that each version's functions take to make a task."""

import asyncio
import functools


async def nothing():
    pass


def attempt(label, make, **options):
    coroutine = nothing()
    try:
        task = make(coroutine, **options)
    except TypeError as error:
        print(label, sorted(options), error)
        coroutine.close()
    else:
        print(label, sorted(options), task.done())


async def main():
    loop = asyncio.get_running_loop()
    makers = ("asyncio.create_task", asyncio.create_task), ("loop.create_task", loop.create_task)
    for label, make in makers:
        for options in {"name": "n"}, {"context": None}, {"eager_start": True}, {"eager_start": False}, {"wrong": 1}:
            attempt(label, make, **options)
        attempt(label, make, loop=loop)
    task = functools.partial(asyncio.Task, loop=loop)
    for options in {"name": "n"}, {"context": None}, {"eager_start": True}, {"wrong": 1}:
        attempt("asyncio.Task", task, **options)


if __name__ == "__main__":
    asyncio.run(main())
