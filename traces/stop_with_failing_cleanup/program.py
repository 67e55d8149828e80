"""A task is freed pending at exit, and its coroutine awaits while it is closed: that is printed and ignored."""

import asyncio


async def awaits():
    try:
        await asyncio.sleep(10)
    finally:
        print("awaits: finally")
        await asyncio.sleep(0)
        print("never printed")


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    task = loop.create_task(awaits())
    loop.call_later(0.01, loop.stop)
    loop.run_forever()
    print("end")
