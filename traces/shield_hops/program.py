"""How many iterations a shield costs, and what it is when nothing is to be awaited."""

import asyncio


async def noop():
    return "noop"


async def ticks(counter):
    while True:
        await asyncio.sleep(0)
        counter[0] += 1


async def hops(label, make):
    counter = [0]
    ticking = asyncio.create_task(ticks(counter))
    await asyncio.sleep(0)
    before = counter[0]
    print(label, await make(), counter[0] - before)
    ticking.cancel()


async def main():
    done = asyncio.get_running_loop().create_future()
    done.set_result("done")
    await hops("coroutine", lambda: asyncio.shield(noop()))
    await hops("sleep", lambda: asyncio.shield(asyncio.sleep(0, "slept")))
    await hops("task", lambda: asyncio.shield(asyncio.create_task(noop())))
    await hops("done", lambda: asyncio.shield(done))
    await hops("shield of a shield", lambda: asyncio.shield(asyncio.shield(noop())))
    await hops("gather", lambda: asyncio.shield(asyncio.gather(noop(), noop())))
    await hops("wait for", lambda: asyncio.wait_for(asyncio.shield(noop()), 1))


if __name__ == "__main__":
    asyncio.run(main())
