"""Classes that are derived from Future and Task."""

import asyncio


class Watched(asyncio.Future):
    def __init__(self):
        super().__init__()
        self.seen = []

    def set_result(self, result):
        self.seen.append(result)
        super().set_result(result)


class Named(asyncio.Task):
    def cancel(self, *args, **keywords):
        self.set_name("cancelled")
        return super().cancel(*args, **keywords)


class Plain(asyncio.Future):
    pass


async def awaits(future):
    return await future


def short(task):
    return repr(task).split(" coro")[0]


async def main():
    future = Watched()
    print(future, asyncio.isfuture(future), isinstance(future, asyncio.Future))
    task = Named(awaits(future), name="named")
    print(short(task), isinstance(task, asyncio.Task), isinstance(task, asyncio.Future))
    await asyncio.sleep(0)
    future.set_result(1)
    print(await task, future, short(task), future.seen)

    # A cancellation goes through the methods of what is waited for.
    future = Watched()
    task = Named(awaits(future), name="named")
    group = asyncio.gather(task)
    await asyncio.sleep(0)
    group.cancel()
    try:
        await group
    except asyncio.CancelledError as error:
        print(repr(error), future, short(task))

    # By the loop's task factory.
    loop = asyncio.get_running_loop()
    loop.set_task_factory(lambda loop, coro, **keywords: Named(coro, loop=loop, **keywords))
    future = loop.create_future()
    task = asyncio.create_task(awaits(future), name="made")
    print(short(task), short(asyncio.ensure_future(awaits(task))))
    future.set_result(2)
    print(await task)

    # Nobody looks at its exception.
    Plain().set_exception(ValueError("unseen"))


if __name__ == "__main__":
    asyncio.run(main())
