"""AsyncExitStack leaves managers and callbacks in the opposite order, passes exceptions from one to the next, and can be moved."""

import asyncio
import contextlib


class Manager:
    def __init__(self, name, suppresses=False, error=None):
        self.name, self.suppresses, self.error = name, suppresses, error

    async def __aenter__(self):
        await asyncio.sleep(0.01)
        print("enter", self.name)
        return self.name

    async def __aexit__(self, kind, error, traceback):
        await asyncio.sleep(0.01)
        print("exit", self.name, repr(error), kind is type(error) or kind)
        if self.error is not None:
            raise self.error
        return self.suppresses


class Plain:
    def __enter__(self):
        print("enter plain")
        return self

    def __exit__(self, kind, error, traceback):
        print("exit plain", repr(error))


async def cleanup(name, error=None):
    await asyncio.sleep(0.01)
    print("cleanup", name)
    if error is not None:
        raise error



def chain(error):
    return "" if error is None else " <- " + repr(error) + chain(error.__context__)


async def attempt(*exits, error=None):
    try:
        async with contextlib.AsyncExitStack() as stack:
            for exit in exits:
                if isinstance(exit, Exception):
                    stack.push_async_callback(cleanup, "fails", exit)
                else:
                    await stack.enter_async_context(exit)
            if error is not None:
                raise error
        print("left")
    except Exception as raised:
        print("raised", chain(raised))


async def cancelled():
    async with contextlib.AsyncExitStack() as stack:
        await stack.enter_async_context(Manager("outer"))
        await stack.enter_async_context(Manager("inner"))
        asyncio.current_task().cancel()


async def main():
    lock = asyncio.Lock()
    async with contextlib.AsyncExitStack() as stack:
        print(await stack.enter_async_context(Manager("first")), type(stack.enter_context(Plain())).__name__)
        stack.push_async_callback(cleanup, "callback")
        stack.callback(print, "plain callback", 1)
        stack.push_async_exit(Manager("not entered"))
        stack.push(Plain())
        await stack.enter_async_context(lock)
        print("locked:", lock.locked())
    print("locked:", lock.locked())
    await attempt(Manager("outer"), Manager("suppresses", True), Manager("inner"), error=KeyError("k"))
    await attempt(Manager("outer"), Manager("inner", error=ValueError("v")), error=KeyError("k"))
    await attempt(Manager("outer"), ValueError("v"), KeyError("k"), error=OSError("o"))
    await attempt(Manager("suppresses", True), ValueError("v"))
    stack = contextlib.AsyncExitStack()
    async with stack:
        await stack.enter_async_context(Manager("moved"))
        moved = stack.pop_all()
    print("nothing was left")
    await moved.aclose()
    await moved.aclose()
    try:
        await asyncio.create_task(cancelled())
    except asyncio.CancelledError as error:
        print(repr(error))
    for wrong in (42, Plain(), Manager("m")):
        try:
            await moved.enter_async_context(wrong)
        except (TypeError, AttributeError) as error:
            print(repr(error))
        try:
            async with wrong:
                print("entered")
        except (TypeError, AttributeError) as error:
            print(repr(error))
        try:
            with wrong:
                print("entered")
        except (TypeError, AttributeError) as error:
            print(repr(error))


if __name__ == "__main__":
    asyncio.run(main())
