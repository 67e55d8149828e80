"""loop= of locks and queues: deprecated in 3.8 and 3.9, an error of its own in 3.10, an unknown keyword later."""

import asyncio


class MyEvent(asyncio.Event):
    pass


def kinds():
    names = "Lock", "Event", "Condition", "Semaphore", "BoundedSemaphore", "Queue", "PriorityQueue", "LifoQueue"
    return [getattr(asyncio, name) for name in names] + [MyEvent]


def make(cls, loop, *args):
    # Everything is made in this line, since a warning is written once for each line.
    return cls(*args, loop=loop)


def attempt(cls, loop):
    try:
        print(cls.__name__, repr(make(cls, loop)).split("[")[0])
    except Exception as error:
        print(cls.__name__, repr(error))


def mixed(own, other):
    try:
        print(repr(make(asyncio.Condition, other, make(asyncio.Lock, own))).split("[")[0])
    except Exception as error:
        print(repr(error))


async def main(other):
    loop = asyncio.get_running_loop()
    for given in loop, None, other:
        for cls in kinds():
            attempt(cls, given)
    mixed(loop, loop)
    mixed(loop, other)
    lock = asyncio.Lock()
    print(repr(asyncio.Condition(lock)).split("[")[1])


if __name__ == "__main__":
    other = asyncio.new_event_loop()
    asyncio.run(main(other))
    other.close()
