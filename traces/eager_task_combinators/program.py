"""Eager tasks in gather, wait_for, timeout and as arguments of await: in how many iterations each is over."""
# recorder: python>=3.12

import asyncio


async def count(label, make):
    hops = 0
    loop = asyncio.get_running_loop()

    def tick():
        nonlocal hops
        hops += 1
        handles.append(loop.call_soon(tick))

    handles = [loop.call_soon(tick)]
    try:
        result = await make()
    except Exception as error:
        result = repr(error)
    handles[-1].cancel()
    print(label, hops, result)


async def nothing():
    return "nothing"


async def once():
    await asyncio.sleep(0)
    return "once"


async def fails():
    raise ValueError("at once")


async def within(limit, coroutine):
    async with asyncio.timeout(limit):
        return await asyncio.create_task(coroutine)


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    await count("task that ends", lambda: asyncio.create_task(nothing()))
    await count("task that suspends", lambda: asyncio.create_task(once()))
    await count("task that fails", lambda: asyncio.create_task(fails()))
    await count("gather of ended", lambda: asyncio.gather(nothing(), nothing()))
    await count("gather of suspended", lambda: asyncio.gather(once(), nothing()))
    await count("gather of failed", lambda: asyncio.gather(fails(), once()))
    await count("gather of failed, returned", lambda: asyncio.gather(fails(), nothing(), return_exceptions=True))
    await count("wait_for", lambda: asyncio.wait_for(nothing(), 1))
    await count("wait_for a task", lambda: asyncio.wait_for(asyncio.create_task(once()), 1))
    await count("timeout 0 around an ended task", lambda: within(0, nothing()))
    await count("timeout 0 around a suspended task", lambda: within(0, once()))


if __name__ == "__main__":
    asyncio.run(main())
