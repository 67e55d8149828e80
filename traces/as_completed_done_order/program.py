"""What is done already comes in the order of a set, which goes by addresses; so begin the tasks that it makes of coroutines."""

# recorder: repeats=40

import asyncio


async def child(name):
    print(name, "begins")
    await asyncio.sleep(0)
    return name


async def main():
    futures = [asyncio.get_running_loop().create_future() for _ in range(3)]
    futures[0].set_result("a")
    futures[2].set_result("c")
    completed = asyncio.as_completed(futures)
    print(await next(completed), await next(completed))
    futures[1].set_result("b")
    print(await next(completed))
    print([await coroutine for coroutine in asyncio.as_completed([child("d"), child("e")])])


if __name__ == "__main__":
    asyncio.run(main())
