"""Eager tasks that raise in their first step, and wrong uses."""
# recorder: python>=3.12

import asyncio


async def fails(error):
    raise error


async def plain():
    await asyncio.sleep(0)
    return "plain"


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    task = asyncio.create_task(fails(ValueError("kept")))
    print(task.done(), repr(task.exception()), task)

    for error in SystemExit("out"), KeyboardInterrupt("out"):
        try:
            asyncio.create_task(fails(error))
        except BaseException as raised:
            print("create_task raised", repr(raised), raised is error, asyncio.current_task().get_name())

    other = asyncio.new_event_loop()
    task = asyncio.create_task(asyncio.wait_for(other.create_future(), None))
    try:
        await task
    except RuntimeError as error:
        print("attached to a different loop" in str(error))
    other.close()

    loop.set_task_factory(None)
    try:
        asyncio.Task(42, loop=loop, eager_start=True)
    except TypeError as error:
        print(error)
    print(await asyncio.create_task(plain()))


if __name__ == "__main__":
    asyncio.run(main())
