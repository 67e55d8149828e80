"""A cancellation of who awaits a shield does not reach what is shielded, which goes on to its end."""

import asyncio


async def child(name):
    try:
        await asyncio.sleep(0.05)
        print(name, "ends")
        return name
    except asyncio.CancelledError:
        print(name, "was cancelled")
        raise


async def parent(inner):
    try:
        return await asyncio.shield(inner)
    except asyncio.CancelledError as error:
        print("parent:", repr(error))
        raise


async def main():
    inner = asyncio.create_task(child("a"))
    waiting = asyncio.create_task(parent(inner))
    await asyncio.sleep(0.01)
    waiting.cancel()
    await asyncio.wait([waiting])
    print(waiting.cancelled(), inner.done(), "cb=" in repr(inner))
    print(await inner)

    # Only the future is cancelled, and nobody awaits it.
    inner = asyncio.create_task(child("b"))
    outer = asyncio.shield(inner)
    await asyncio.sleep(0.01)
    print(outer.cancel(), outer.cancelled(), outer.cancel())
    print(await inner, outer)

    # What is shielded is cancelled itself.
    inner = asyncio.create_task(child("c"))
    waiting = asyncio.create_task(parent(inner))
    await asyncio.sleep(0.01)
    inner.cancel()
    await asyncio.wait([waiting])
    print(waiting.cancelled(), inner.cancelled())

    # Both, in either order.
    for first in 0, 1:
        inner = asyncio.create_task(child("d"))
        waiting = asyncio.create_task(parent(inner))
        await asyncio.sleep(0.01)
        both = [inner, waiting]
        both[first].cancel()
        both[1 - first].cancel()
        await asyncio.wait(both)
        print(waiting.cancelled(), inner.cancelled())

    # Under a timeout: the shielded one outlives it.
    inner = asyncio.create_task(child("e"))
    try:
        await asyncio.wait_for(asyncio.shield(inner), 0.01)
    except asyncio.TimeoutError as error:
        print(repr(error), inner.done())
    print(await inner)

    # In a gather that is cancelled.
    inner = asyncio.create_task(child("f"))
    group = asyncio.gather(asyncio.shield(inner), child("g"))
    await asyncio.sleep(0.01)
    group.cancel()
    try:
        await group
    except asyncio.CancelledError:
        print("group cancelled", inner.done())
    print(await inner)


if __name__ == "__main__":
    asyncio.run(main())
