"""cancel(msg), which 3.8 does not know; of two requests before the task runs, the first one's message is delivered."""

import asyncio


async def worker(label):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print(label, error.args)


async def cancel(label, *requests):
    task = asyncio.create_task(worker(label))
    await asyncio.sleep(0)
    for request in requests:
        request(task)
    await task


async def main():
    await cancel("none:", lambda task: task.cancel())
    try:
        await cancel("positional:", lambda task: task.cancel("a"))
    except TypeError as error:
        print("TypeError:", error)
        return
    await cancel("keyword:", lambda task: task.cancel(msg="a"))
    await cancel("None:", lambda task: task.cancel(None))
    await cancel("a number:", lambda task: task.cancel(42))
    await cancel("two:", lambda task: task.cancel("a"), lambda task: task.cancel("b"))
    await cancel("message, then none:", lambda task: task.cancel("a"), lambda task: task.cancel())
    await cancel("none, then message:", lambda task: task.cancel(), lambda task: task.cancel("b"))
    future = asyncio.get_running_loop().create_future()
    future.cancel("the future's")
    for _ in range(2):
        try:
            future.result()
        except asyncio.CancelledError as error:
            print("future:", error.args)


if __name__ == "__main__":
    asyncio.run(main())
