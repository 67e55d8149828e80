"""A task's outcome cannot be set from outside."""

import asyncio


async def worker():
    await asyncio.sleep(0.01)


async def main():
    task = asyncio.create_task(worker())
    try:
        task.set_result(42)
    except RuntimeError as error:
        print("set_result:", error)
    try:
        task.set_exception(ValueError())
    except RuntimeError as error:
        print("set_exception:", error)
    for question in (task.result, task.exception):
        try:
            question()
        except asyncio.InvalidStateError as error:
            print("InvalidStateError:", error)
    await task
    print("awaited:", task.result())


if __name__ == "__main__":
    asyncio.run(main())
