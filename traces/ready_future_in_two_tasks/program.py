"""Several tasks and callbacks wait for one future: they go on in the order in which they began to wait."""

import asyncio


async def waits(name, future):
    print(name, "waits")
    print(name, "got", await future)
    await asyncio.sleep(0)
    print(name, "ends")


async def main():
    future = asyncio.get_running_loop().create_future()
    tasks = [asyncio.create_task(waits(name, future)) for name in "abc"]
    await asyncio.sleep(0)
    future.set_result(42)
    print("set")
    tasks.append(asyncio.create_task(waits("late", future)))
    for task in tasks:
        await task


if __name__ == "__main__":
    asyncio.run(main())
