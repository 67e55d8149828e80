"""How many iterations of the loop asyncio.wait takes."""

import asyncio


async def noop():
    pass


async def ticks(counter):
    while True:
        await asyncio.sleep(0)
        counter[0] += 1


async def hops(label, make):
    counter = [0]
    ticking = asyncio.create_task(ticks(counter))
    await asyncio.sleep(0)
    before = counter[0]
    await make()
    print(label, counter[0] - before)
    ticking.cancel()


async def main():
    loop = asyncio.get_running_loop()
    done, never = loop.create_future(), loop.create_future()
    done.set_result(None)
    await hops("done", lambda: asyncio.wait([done]))
    await hops("done, no time", lambda: asyncio.wait([done], timeout=0))
    await hops("done and never, first", lambda: asyncio.wait([done, never], return_when=asyncio.FIRST_COMPLETED))
    await hops("task", lambda: asyncio.wait([asyncio.create_task(noop())]))
    await hops("two tasks", lambda: asyncio.wait([asyncio.create_task(noop()), asyncio.create_task(asyncio.sleep(0))]))
    await hops("never, no time", lambda: asyncio.wait([never], timeout=0))
    await hops("never, negative", lambda: asyncio.wait([never], timeout=-1))
    await hops("done and never, no time", lambda: asyncio.wait([done, never], timeout=0))


if __name__ == "__main__":
    asyncio.run(main())
