"""How many iterations pass until a task that awaits a gather goes on."""

import asyncio


async def noop():
    pass


async def one_sleep():
    await asyncio.sleep(0)


async def fails():
    raise ValueError


def count(loop, counter):
    counter[0] += 1
    counter[1] = loop.call_soon(count, loop, counter)


async def measure(label, make):
    loop = asyncio.get_running_loop()
    counter = [0, None]
    counter[1] = loop.call_soon(count, loop, counter)
    try:
        await make()
    except ValueError:
        pass
    counter[1].cancel()
    print(label, counter[0])


async def main():
    done = asyncio.get_running_loop().create_future()
    done.set_result(None)
    failed = asyncio.create_task(fails())
    await asyncio.sleep(0)
    await measure("nothing:", lambda: asyncio.gather())
    await measure("two noops:", lambda: asyncio.gather(noop(), noop()))
    await measure("noop and sleep(0):", lambda: asyncio.gather(noop(), one_sleep()))
    await measure("noop and done:", lambda: asyncio.gather(noop(), done))
    await measure("done:", lambda: asyncio.gather(done))
    await measure("done twice:", lambda: asyncio.gather(done, done))
    await measure("failed and noop:", lambda: asyncio.gather(failed, noop()))
    await measure("noop and failed:", lambda: asyncio.gather(noop(), failed))
    await measure("failed, kept:", lambda: asyncio.gather(failed, return_exceptions=True))
    await measure("failing and sleep(0):", lambda: asyncio.gather(fails(), one_sleep()))
    await measure("failing and sleep(0), kept:", lambda: asyncio.gather(fails(), one_sleep(), return_exceptions=True))
    await measure("gathers:", lambda: asyncio.gather(asyncio.gather(noop()), asyncio.gather(done)))


if __name__ == "__main__":
    asyncio.run(main())
