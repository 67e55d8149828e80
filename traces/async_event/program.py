"""An event wakes all who wait, in order; set and clear in one step free them all the same, and a cancelled one leaves the queue."""

import asyncio


async def waiter(event, name):
    try:
        print(name, await event.wait(), event.is_set())
    except asyncio.CancelledError:
        print(name, "cancelled", repr(event).split("[")[1])
        raise


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(event, name)) for name in "abcd"]
    await asyncio.sleep(0)
    print(event.is_set(), repr(event).split("[")[1])
    event.set()
    event.clear()
    tasks[1].cancel()
    print(event.is_set(), repr(event).split("[")[1])
    tasks.append(asyncio.create_task(waiter(event, "late")))
    await asyncio.sleep(0)
    print(repr(event).split("[")[1])
    event.set()
    event.set()
    print(await event.wait())
    print(await asyncio.gather(*tasks, return_exceptions=True))
    print(repr(event).split("[")[1])

    event.clear()
    tasks = [asyncio.create_task(waiter(event, name)) for name in "ef"]
    await asyncio.sleep(0)
    tasks[0].cancel()
    event.set()
    print(await asyncio.gather(*tasks, return_exceptions=True))

    event.clear()
    asyncio.get_running_loop().call_later(0.01, event.set)
    try:
        print(await asyncio.wait_for(event.wait(), 0.01))
    except asyncio.TimeoutError:
        print("timeout", event.is_set())


if __name__ == "__main__":
    asyncio.run(main())
