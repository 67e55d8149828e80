"""A task destroyed while it waits: its coroutine is closed, `finally` runs, and an await there is an error."""

import asyncio


async def cleans_up():
    try:
        await asyncio.get_running_loop().create_future()
    finally:
        print("finally")
        await asyncio.sleep(0)
        print("never printed")


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    coroutine = cleans_up()
    task = loop.create_task(coroutine)
    loop.stop()
    loop.run_forever()
    try:
        coroutine.close()
    except RuntimeError as error:
        print("RuntimeError:", error)
    print("done:", task.done())
    task.cancel()
    loop.stop()
    loop.run_forever()
    loop.stop()
    loop.run_forever()
    print("after the cancellation:", task.done())
    loop.close()
