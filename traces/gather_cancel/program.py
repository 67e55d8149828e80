"""Cancelling a gather, or the task that awaits it, cancels every child; the gather ends when they have reported."""

import asyncio


async def child(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def stubborn(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(name, "refuses")
        await asyncio.sleep(0)
    return name


async def awaits(name, outer):
    try:
        print(name, await outer)
    except asyncio.CancelledError as error:
        print(name, "awaited", repr(error))
        raise


async def show(label, outer):
    for number in range(4):
        print(label, number, outer.done(), outer.cancelled())
        await asyncio.sleep(0)


async def ends(label, outer, cancelled=False):
    try:
        print(label, "gave", await outer)
    except asyncio.CancelledError as error:
        if cancelled:
            print(label, "raised", repr(error), outer.cancelled())
        else:
            print(label, "raised", repr(error))


async def main():
    outer = asyncio.gather(child("a"), child("b"))
    await asyncio.sleep(0)
    print("cancel():", outer.cancel(), outer.done())
    await show("plain", outer)
    await ends("plain", outer)
    print("cancel() again:", outer.cancel())

    outer = asyncio.gather(child("c"), child("d"))
    task = asyncio.create_task(awaits("task", outer))
    await asyncio.sleep(0)
    print("cancel():", task.cancel())
    await show("awaited", outer)
    print(task.cancelled(), outer.cancelled())

    outer = asyncio.gather(child("e"), stubborn("f"), return_exceptions=True)
    await asyncio.sleep(0)
    print("cancel():", outer.cancel())
    await show("kept", outer)
    await ends("kept", outer, True)

    outer = asyncio.gather(stubborn("g"), stubborn("h"))
    await asyncio.sleep(0)
    outer.cancel()
    await ends("refused", outer)

    # Cancelled before the children begin.
    outer = asyncio.gather(child("never"), child("never"))
    outer.cancel()
    await ends("unbegun", outer)

    # All children are done, but have not reported yet.
    future = asyncio.get_running_loop().create_future()
    outer = asyncio.gather(future)
    future.set_result("result")
    print("cancel():", outer.cancel(), await outer)


if __name__ == "__main__":
    asyncio.run(main())
