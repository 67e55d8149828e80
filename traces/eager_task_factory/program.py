"""asyncio.eager_task_factory: every task of the loop begins at once, by whatever call it is made; and what they are called."""
# recorder: python>=3.12

import asyncio


async def worker(label):
    print("begin", label, asyncio.current_task().get_name())
    return label


async def sleeper(label):
    print("begin", label, asyncio.current_task().get_name())
    await asyncio.sleep(0.01)
    print("end", label, asyncio.current_task().get_name())
    return label


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    print(loop.get_task_factory() is asyncio.eager_task_factory)
    tasks = [
        asyncio.create_task(worker("create_task")),
        asyncio.create_task(worker("create_task named"), name="mine"),
        loop.create_task(worker("loop.create_task")),
        loop.create_task(worker("loop.create_task named"), name="loop's"),
        asyncio.ensure_future(worker("ensure_future")),
        asyncio.create_task(sleeper("sleeper"), name="sleeps"),
        asyncio.create_task(sleeper("unnamed")),
    ]
    print([task.get_name() for task in tasks], [task.done() for task in tasks])
    print(await asyncio.gather(*tasks))
    loop.set_task_factory(None)
    plain = asyncio.create_task(worker("plain"))
    print("made", plain.get_name())
    await plain


if __name__ == "__main__":
    asyncio.run(main())
    loop = asyncio.new_event_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    print(loop.run_until_complete(sleeper("run_until_complete")))
    loop.close()
