# recorder: python>=3.11
"""A barrier: the last one to come goes on first; others take turns; abort, reset and cancellation; and how it reads (3.11 and later)."""

import asyncio


def state(barrier):
    return repr(barrier).split("[")[1]


def show(label, barrier):
    print(label, state(barrier), barrier.parties, barrier.n_waiting, barrier.broken)


async def party(barrier, name):
    try:
        async with barrier as index:
            print(name, index, state(barrier))
    except asyncio.BrokenBarrierError as error:
        print(name, repr(error), state(barrier))
        return "broken"
    except asyncio.CancelledError:
        print(name, "cancelled", state(barrier))
        raise
    return index


async def start(barrier, names):
    tasks = [asyncio.create_task(party(barrier, name)) for name in names]
    await asyncio.sleep(0)
    show("started", barrier)
    return tasks


async def end(barrier, tasks):
    print(await asyncio.gather(*tasks, return_exceptions=True))
    show("end", barrier)


async def turns():
    barrier = asyncio.Barrier(3)
    show("new", barrier)
    tasks = await start(barrier, "abcdefgh")
    for _ in range(4):
        await asyncio.sleep(0)
        show("step", barrier)
    print(await barrier.wait())
    await end(barrier, tasks)


async def abort():
    barrier = asyncio.Barrier(3)
    tasks = await start(barrier, "ab")
    print(await barrier.abort())
    show("aborted", barrier)
    tasks += await start(barrier, "c")
    await end(barrier, tasks)
    print(await barrier.reset())
    show("reset", barrier)
    await end(barrier, await start(barrier, "def"))


async def reset():
    barrier = asyncio.Barrier(3)
    tasks = await start(barrier, "ab")
    await barrier.reset()
    show("reset", barrier)
    tasks += await start(barrier, "cde")
    await end(barrier, tasks)


async def draining():
    barrier = asyncio.Barrier(2)
    tasks = await start(barrier, "abc")
    await barrier.abort()
    await end(barrier, tasks)
    barrier = asyncio.Barrier(2)
    tasks = await start(barrier, "abc")
    await barrier.reset()
    tasks += await start(barrier, "d")
    await end(barrier, tasks)


async def cancelled():
    barrier = asyncio.Barrier(3)
    tasks = await start(barrier, "ab")
    tasks[0].cancel()
    await asyncio.sleep(0)
    show("cancelled", barrier)
    tasks += await start(barrier, "cd")
    tasks[1].cancel()
    await end(barrier, tasks)
    try:
        await asyncio.wait_for(barrier.wait(), 0.01)
    except TimeoutError:
        show("timeout", barrier)


async def main():
    for part in turns, abort, reset, draining, cancelled:
        print("---", part.__name__)
        await part()
    print("---")
    print(asyncio.Barrier(1), await asyncio.Barrier(1).wait())
    for parties in 0, -1:
        try:
            asyncio.Barrier(parties)
        except ValueError as error:
            print(repr(error))
    print(issubclass(asyncio.BrokenBarrierError, RuntimeError))


if __name__ == "__main__":
    asyncio.run(main())
