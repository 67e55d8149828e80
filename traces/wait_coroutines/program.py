"""Up to 3.10 asyncio.wait makes tasks of coroutines, from 3.9 on with a warning; later it refuses them."""

import asyncio


async def child():
    print("child in", asyncio.current_task().get_name())
    await asyncio.sleep(0)
    return "result"


async def waits(label, *fs):
    try:
        done, pending = await asyncio.wait(fs)
        print(label, [one.result() for one in done], pending)
    except TypeError as error:
        print(label, error)


async def main():
    await waits("coroutine", child())
    await waits("two", child(), child())
    # Waited for by a task, and not by a coroutine that the warning could show.
    await asyncio.gather(waits("in a task", child()))
    try:
        await asyncio.create_task(asyncio.wait({child()}))
    except TypeError as error:
        print(error)


if __name__ == "__main__":
    asyncio.run(main())
