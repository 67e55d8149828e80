"""The loop is stopped before the future of run_until_complete is done; running it again completes the task."""

import asyncio


async def worker():
    asyncio.get_running_loop().stop()
    print("stop requested")
    await asyncio.sleep(0.01)
    print("worker ends")
    return 42


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    task = loop.create_task(worker())
    try:
        loop.run_until_complete(task)
    except RuntimeError as error:
        print("RuntimeError:", error)
    print("done:", task.done())
    print("result:", loop.run_until_complete(task))
    print("again:", loop.run_until_complete(task))
    loop.close()
