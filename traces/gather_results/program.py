"""What gather gives: results in the order of the arguments, duplicates once, nothing for nothing; and who becomes which task."""

import asyncio


async def work(name, iterations, result):
    print(name, "in", asyncio.current_task().get_name())
    for _ in range(iterations):
        await asyncio.sleep(0)
    print(name, "done")
    return result


async def fails(iterations):
    for _ in range(iterations):
        await asyncio.sleep(0)
    raise ValueError("failed")


async def main():
    print(await asyncio.gather(work("a", 3, 1), work("b", 0, 2), work("c", 2, 3)))
    coroutine = work("once", 0, [4])
    first, second = await asyncio.gather(coroutine, coroutine)
    print(first, first is second)
    nothing = asyncio.gather()
    print(nothing, await nothing)
    task = asyncio.create_task(work("task", 0, 5))
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(0.01, future.set_result, 6)
    print(await asyncio.gather(future, task, work("d", 0, 7), task, future))
    print(await asyncio.gather(work("e", 0, 8), fails(0), fails(1), return_exceptions=True))
    print(await asyncio.gather(asyncio.gather(work("f", 0, 9), work("g", 0, 10)), asyncio.gather()))
    print(await asyncio.gather(asyncio.sleep(0), asyncio.sleep(0, 11), asyncio.sleep(0.01, 12), asyncio.sleep(0)))
    print(asyncio.create_task(work("h", 0, 13)).get_name())
    await asyncio.sleep(0)


if __name__ == "__main__":
    asyncio.run(main())
