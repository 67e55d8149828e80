"""SIGINT while asyncio.run runs: from 3.11 on it cancels the main task, and a second one raises KeyboardInterrupt at once."""

import asyncio
import signal


def interrupt():
    signal.raise_signal(signal.SIGINT)


async def sleeps():
    try:
        await asyncio.sleep(1)
    finally:
        print("main leaves")


async def from_callback():
    asyncio.get_running_loop().call_later(0.01, interrupt)
    await sleeps()


async def from_itself():
    print("raise")
    interrupt()
    print("goes on")
    await sleeps()


async def from_itself_at_the_end():
    interrupt()
    return "value"


async def from_other_task():
    async def other():
        interrupt()
        print("other goes on")

    task = asyncio.create_task(other())
    try:
        await sleeps()
    finally:
        print("other:", task.done())


async def swallowed():
    asyncio.get_running_loop().call_later(0.01, interrupt)
    try:
        await sleeps()
    except asyncio.CancelledError:
        print("swallowed")
    return "value"


async def uncancelled():
    asyncio.get_running_loop().call_later(0.01, interrupt)
    try:
        await sleeps()
    except asyncio.CancelledError:
        asyncio.current_task().uncancel()
        raise


async def twice():
    loop = asyncio.get_running_loop()
    loop.call_later(0.01, interrupt)
    loop.call_later(0.2, interrupt)
    try:
        await sleeps()
    finally:
        await asyncio.sleep(1)


async def cancelled_before():
    asyncio.current_task().cancel()
    await asyncio.sleep(0)


async def own_handler():
    signal.signal(signal.SIGINT, lambda number, frame: print("own handler", number))
    interrupt()
    return "value"


def attempt(main):
    print(main.__name__)
    try:
        print(asyncio.run(main()))
    except BaseException as error:
        print(repr(error), "during", repr(error.__context__))
    print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
    signal.signal(signal.SIGINT, signal.default_int_handler)


if __name__ == "__main__":
    for one in from_callback, from_itself, from_itself_at_the_end, from_other_task, swallowed:
        attempt(one)
    if hasattr(asyncio.Task, "uncancel"):
        attempt(uncancelled)
    for one in twice, cancelled_before, own_handler:
        attempt(one)
