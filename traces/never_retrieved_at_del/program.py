"""What nobody looked at is told as soon as nothing refers to it: at del, or when a task ends that nobody kept."""

import asyncio
import gc


def handler(loop, context):
    print("handler:", context["message"], repr(context.get("exception")), sorted(context), loop.is_running())


async def fails(delay):
    await asyncio.sleep(delay)
    raise ValueError(delay)


async def waits(future):
    await future


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    future = loop.create_future()
    future.set_exception(KeyError("future"))
    print("before del")
    del future
    print("after del")
    asyncio.create_task(fails(0.01))
    task = asyncio.create_task(fails(0.02))
    loop.call_later(0.01, print, "call_later")
    await asyncio.sleep(0.03)
    print("before del")
    del task
    print("after del")
    looked_at = asyncio.create_task(fails(0))
    await asyncio.wait([looked_at])
    print(repr(looked_at.exception()))
    del looked_at
    future = loop.create_future()
    task = asyncio.create_task(waits(future))
    await asyncio.sleep(0)
    del future, task
    print("before gc")
    gc.collect()
    print("after gc")


if __name__ == "__main__":
    asyncio.run(main())
