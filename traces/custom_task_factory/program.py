"""A loop's own task factory: what it is called with, and what name its tasks get."""

import asyncio


def factory(loop, coroutine, **options):
    print("factory:", sorted(options))
    return asyncio.Task(coroutine, loop=loop, **options)


async def worker():
    return asyncio.current_task().get_name()


async def main():
    loop = asyncio.get_running_loop()
    print("default:", loop.get_task_factory())
    loop.set_task_factory(factory)
    print("unnamed:", await asyncio.create_task(worker()))
    print("named:", await asyncio.create_task(worker(), name="mine"))
    print("ensure_future:", await asyncio.ensure_future(worker()))
    loop.set_task_factory(None)
    print("without:", await asyncio.create_task(worker()))


if __name__ == "__main__":
    asyncio.run(main())
