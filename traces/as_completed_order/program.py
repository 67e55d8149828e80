"""asyncio.as_completed gives coroutines: each one gives the next result, in the order in which they come."""

import asyncio


async def child(name, delay, error=None):
    await asyncio.sleep(delay)
    print(name, "ends")
    if error is not None:
        raise error
    return name


async def main():
    # One after the other.
    tasks = [asyncio.create_task(child(name, delay)) for name, delay in (("a", 0.3), ("b", 0.1), ("c", 0.2))]
    for coroutine in asyncio.as_completed(tasks):
        print(asyncio.iscoroutine(coroutine), "got", await coroutine)

    # A failure is raised in its turn.
    tasks = [
        asyncio.create_task(child("a", 0.3)),
        asyncio.create_task(child("b", 0.1, ValueError("b"))),
        asyncio.create_task(child("c", 0.2)),
    ]
    tasks[2].cancel()
    for coroutine in asyncio.as_completed(tasks):
        try:
            print("got", await coroutine)
        except (ValueError, asyncio.CancelledError) as error:
            print("raised", repr(error))

    # All coroutines at once: they wait in the order in which they were awaited.
    tasks = [asyncio.create_task(child(name, delay)) for name, delay in (("a", 0.2), ("b", 0.1))]
    first, second = asyncio.as_completed(tasks)
    late = asyncio.create_task(second)
    print(await first, await late)
    tasks = [asyncio.create_task(child(name, delay)) for name, delay in (("a", 0.2), ("b", 0.1))]
    print(await asyncio.gather(*asyncio.as_completed(tasks)))

    # The same one twice is one; none are none.
    task = asyncio.create_task(child("a", 0.1))
    print([await coroutine for coroutine in asyncio.as_completed([task, task])])
    print(list(asyncio.as_completed([])))

    # A coroutine and a future.
    future = asyncio.get_running_loop().create_future()
    future.set_result("future's")
    iterator = asyncio.as_completed((child("a", 0.1), future))
    print(iter(iterator) is iterator)
    print(await next(iterator), await next(iterator), next(iterator, "no more"))

    # Leaving the loop leaves the rest alone.
    tasks = [asyncio.create_task(child(name, delay)) for name, delay in (("a", 0.1), ("b", 0.2))]
    for coroutine in asyncio.as_completed(tasks):
        print("got", await coroutine)
        break
    await asyncio.wait(tasks)


if __name__ == "__main__":
    asyncio.run(main())
