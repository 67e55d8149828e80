"""Cancelling eager tasks: after they have suspended, by themselves in their first step, and by their maker's cancellation."""
# recorder: python>=3.12

import asyncio


async def waits(label):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as error:
        print(label, repr(error), asyncio.current_task().cancelling())
        raise


async def cancels_itself(label, suspend):
    asyncio.current_task().cancel(label)
    if suspend:
        await asyncio.sleep(0)
    print(label, "goes on")


async def cancels_maker(maker):
    print("maker:", maker.cancel("by child"), maker.cancelling())


async def raises_cancelled():
    raise asyncio.CancelledError("by hand")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    task = asyncio.create_task(waits("first"))
    print(task.cancel("outside"), task.done())
    print(await asyncio.gather(task, return_exceptions=True))

    for suspend in False, True:
        task = asyncio.create_task(cancels_itself("itself", suspend))
        print(task.done(), task.cancelled(), task.cancelling())
        print(await asyncio.gather(task, return_exceptions=True), task.cancelled())

    task = asyncio.create_task(raises_cancelled())
    print(task.done(), task.cancelled(), task.cancel())
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error), asyncio.current_task().cancelling())

    asyncio.create_task(cancels_maker(asyncio.current_task()))
    print("made")
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError as error:
        print("main", repr(error), asyncio.current_task().uncancel())

    async def maker():
        await asyncio.create_task(waits("child"))

    task = asyncio.create_task(maker())
    await asyncio.sleep(0)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))
    asyncio.create_task(waits("leftover"))


if __name__ == "__main__":
    asyncio.run(main())
