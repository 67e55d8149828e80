"""A future's callbacks: scheduled, never called at once, in the order of registration; and removed."""

import asyncio


def report(name):
    return lambda future: print(name, future.result())


def removed(future):
    print("never printed")


async def waits(name, future):
    print(name, await future)


async def main():
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(report("first"))
    task = asyncio.create_task(waits("task", future))
    await asyncio.sleep(0)
    future.add_done_callback(report("second"))
    future.add_done_callback(removed)
    future.add_done_callback(removed)
    print("removed:", future.remove_done_callback(removed), future.remove_done_callback(removed))
    future.set_result(42)
    print("set")
    await asyncio.sleep(0)
    print("one iteration later")
    future.add_done_callback(report("late"))
    print("added late")
    await task


if __name__ == "__main__":
    asyncio.run(main())
