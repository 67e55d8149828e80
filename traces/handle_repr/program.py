"""How handles and timer handles print themselves, and what they answer."""

import asyncio
import functools


def callback(*args):
    pass


class Callable:
    def method(self):
        pass


async def main():
    loop = asyncio.get_running_loop()
    handle = loop.call_soon(callback, 1, "two")
    print(handle, handle.cancelled())
    print(loop.call_soon(callback))
    print(loop.call_soon(callback, list(range(20))))
    print(loop.call_soon(functools.partial(callback, 1), 2))
    print(loop.call_soon(Callable().method))
    handle.cancel()
    handle.cancel()
    print(handle, handle.cancelled())
    timer = loop.call_at(1e9, callback, "timer")
    print(timer, timer.when(), timer.cancelled())
    same = loop.call_at(1e9, callback, "timer")
    later = loop.call_at(2e9, callback)
    print("compare:", timer == same, timer < later, timer >= same, timer == 42)
    for each in (timer, same, later):
        each.cancel()
    print(timer)
    await asyncio.sleep(0)
    print("run:", loop.call_soon(callback), handle)


if __name__ == "__main__":
    asyncio.run(main())
