"""A timeout that has expired leaves no trace in the task's count of cancellations."""
# recorder: python>=3.11

import asyncio


async def child():
    try:
        await asyncio.sleep(10)
    finally:
        print("in the child:", asyncio.current_task().cancelling())


async def main():
    task = asyncio.current_task()
    for timeout in (0.01, 0):
        try:
            await asyncio.wait_for(child(), timeout)
        except TimeoutError:
            print("after:", task.cancelling())
    task.cancel()
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        pass
    print("cancelled before:", task.cancelling())
    try:
        await asyncio.wait_for(child(), 0.01)
    except TimeoutError as error:
        print("after:", task.cancelling(), repr(error))
    task.uncancel()


if __name__ == "__main__":
    asyncio.run(main())
