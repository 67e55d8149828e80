"""How a task group's block may end: by an exception, by a cancellation from outside, by its own, by a class derived from CancelledError."""
# recorder: python>=3.11

import asyncio


class Special(asyncio.CancelledError):
    pass


async def waits(name):
    try:
        await asyncio.sleep(1)
    finally:
        print("leaves", name)


async def fails(error):
    await asyncio.sleep(0.01)
    raise error


async def scene(label, block, *children, cancel=None):
    async def parent():
        task = asyncio.current_task()
        try:
            async with asyncio.TaskGroup() as group:
                for child in children:
                    group.create_task(child)
                await block()
        except BaseException as error:
            context = error.__context__
            print(label, repr(error), "during", repr(context), "counts", task.cancelling())
        try:
            await asyncio.sleep(0)
        except asyncio.CancelledError:
            print(label, "next await is cancelled")
        print(label, "over", task.cancelling())

    task = asyncio.create_task(parent())
    if cancel is not None:
        await asyncio.sleep(cancel)
        task.cancel()
    await task


async def raises_at_once():
    raise KeyError("block")


async def raises_later():
    await asyncio.sleep(0.01)
    raise KeyError("block")


async def sleeps():
    await asyncio.sleep(1)


async def swallows():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("swallowed")
    await asyncio.sleep(0.01)


async def replaces():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        raise KeyError("instead") from None


async def cancels_itself():
    asyncio.current_task().cancel()
    await asyncio.sleep(0)


async def raises_cancelled():
    raise asyncio.CancelledError("by hand")


async def raises_special():
    raise Special


async def together():
    """The block is cancelled in the same iteration in which a child fails."""
    gate = asyncio.get_running_loop().create_future()
    outer = asyncio.current_task()

    async def fails_at_the_gate():
        await gate
        raise ValueError("child")

    def open_and_cancel():
        gate.set_result(None)
        outer.cancel()

    asyncio.get_running_loop().call_later(0.01, open_and_cancel)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails_at_the_gate())
            await asyncio.sleep(1)
    except BaseException as error:
        print("together", repr(error), "during", repr(error.__context__), "counts", outer.cancelling())
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        print("together", "next await is cancelled")


async def main():
    await scene("at once", raises_at_once, waits("a"))
    await scene("later", raises_later, waits("a"))
    await scene("with a failed child", raises_later, fails(ValueError("child")))
    await scene("cancelled", sleeps, waits("a"), cancel=0.01)
    await scene("cancelled, no child", sleeps, cancel=0.01)
    await scene("child fails", sleeps, fails(ValueError("child")), waits("b"))
    await scene("child fails, swallowed", swallows, fails(ValueError("child")))
    await scene("child fails, replaced", replaces, fails(ValueError("child")))
    await scene("cancelled, replaced", replaces, waits("a"), cancel=0.005)
    await scene("cancelled, swallowed", swallows, fails(ValueError("child")), cancel=0.005)
    await scene("cancels itself", cancels_itself, waits("a"))
    await scene("raises cancelled", raises_cancelled, waits("a"))
    await scene("raises special", raises_special, waits("a"))
    await together()


if __name__ == "__main__":
    asyncio.run(main())
