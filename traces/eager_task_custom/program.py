"""create_eager_task_factory: tasks of a class of one's own, or made by a function."""
# recorder: python>=3.12

import asyncio


class MyTask(asyncio.Task):
    def __repr__(self):
        return "<MyTask %s>" % self.get_name()


async def worker():
    print("worker", isinstance(asyncio.current_task(), MyTask))
    await asyncio.sleep(0)
    print("worker", isinstance(asyncio.current_task(), MyTask))


async def main():
    loop = asyncio.get_running_loop()
    calls = []

    def make(coroutine, **options):
        calls.append(sorted(options))
        return MyTask(coroutine, **options)

    loop.set_task_factory(asyncio.create_eager_task_factory(MyTask))
    task = asyncio.create_task(worker(), name="mine")
    print(task, task.done())
    await task
    loop.set_task_factory(asyncio.create_eager_task_factory(make))
    task = asyncio.create_task(worker(), name="mine")
    asyncio.create_task(worker())
    print(task, task.done(), calls)
    await task
    loop.set_task_factory(None)
    await MyTask(worker(), loop=loop, name="plain")
    try:
        asyncio.eager_task_factory(loop, worker, wrong=1)
    except TypeError as error:
        print(error)


if __name__ == "__main__":
    asyncio.run(main())
