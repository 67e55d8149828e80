"""A child that stands twice among the arguments is cancelled twice."""
# recorder: python>=3.11

import asyncio


async def child():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cancelling:", asyncio.current_task().cancelling())
        raise


async def main():
    task = asyncio.create_task(child())
    outer = asyncio.gather(task, task, task)
    await asyncio.sleep(0)
    print(outer.cancel(), task.cancelling())
    try:
        await outer
    except asyncio.CancelledError as error:
        print(repr(error), task.cancelled())


if __name__ == "__main__":
    asyncio.run(main())
