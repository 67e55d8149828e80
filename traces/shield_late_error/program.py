"""What is shielded fails after its shield was cancelled: up to 3.13 nothing tells it unless nobody ever looks; from 3.14 on it is logged at once."""

import asyncio


async def fails(name, delay):
    await asyncio.sleep(delay)
    raise ValueError(name)


def handler(loop, context):
    print("handler:", context["message"], repr(context.get("exception")), sorted(context))


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)

    # Somebody looks at it.
    inner = asyncio.create_task(fails("looked at", 0.01))
    asyncio.shield(inner).cancel()
    await asyncio.sleep(0.02)
    print(repr(inner.exception()))

    # Two shields of it, both cancelled.
    inner = asyncio.create_task(fails("shielded twice", 0.01))
    for _ in range(2):
        asyncio.shield(inner).cancel()
    await asyncio.sleep(0.02)
    print(repr(inner.exception()))

    # It fails before the link is taken away.
    inner = asyncio.get_running_loop().create_future()
    asyncio.shield(inner).cancel()
    inner.set_exception(ValueError("at once"))
    await asyncio.sleep(0.02)
    print(repr(inner.exception()))

    # One of two shields is cancelled, and the other one gets the exception.
    inner = asyncio.create_task(fails("one of two", 0.01))
    asyncio.shield(inner).cancel()
    try:
        await asyncio.shield(inner)
    except ValueError as error:
        print(repr(error))
    await asyncio.sleep(0.02)

    # It ends well, or is cancelled.
    inner = asyncio.create_task(asyncio.sleep(0.01, "well"))
    asyncio.shield(inner).cancel()
    print(await inner)
    inner = asyncio.create_task(asyncio.sleep(0.01))
    asyncio.shield(inner).cancel()
    await asyncio.sleep(0)
    inner.cancel()
    await asyncio.sleep(0.02)
    print(inner.cancelled())


if __name__ == "__main__":
    asyncio.run(main())
