"""From 3.13 on asyncio.as_completed makes its tasks and starts its timer when it is called, before when it is first asked."""

import asyncio


async def child():
    print("child begins")
    await asyncio.sleep(0.05)
    return "child"


async def main():
    iterator = asyncio.as_completed([child()], timeout=0.5)
    print("called", len(asyncio.all_tasks()))
    await asyncio.sleep(0.2)
    print("asked", len(asyncio.all_tasks()))
    for coroutine in iterator:
        print(await coroutine, len(asyncio.all_tasks()))

    iterator = asyncio.as_completed([asyncio.get_running_loop().create_future()], timeout=0.5)
    await asyncio.sleep(0.6)
    before = asyncio.get_running_loop().time()
    try:
        await next(iterator)
    except asyncio.TimeoutError as error:
        print(repr(error), "at once" if asyncio.get_running_loop().time() - before < 0.25 else "later")


if __name__ == "__main__":
    asyncio.run(main())
