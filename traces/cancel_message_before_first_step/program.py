"""The message of a cancellation that comes before the task's first step, or that the task gives itself."""
# recorder: python>=3.9

import asyncio


async def never_runs():
    print("never printed")


async def cancels_itself():
    asyncio.current_task().cancel("from itself")
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError as error:
        print("cancels_itself:", error.args)
        raise


async def main():
    task = asyncio.create_task(never_runs())
    task.cancel("before the first step")
    for waiting in (task, asyncio.create_task(cancels_itself())):
        try:
            await waiting
        except asyncio.CancelledError as error:
            print("main:", error.args, "context:", repr(error.__context__))


if __name__ == "__main__":
    asyncio.run(main())
