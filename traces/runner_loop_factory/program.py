"""A loop factory: the loop is not set for the thread; Runner takes one from 3.11 on, run from 3.12."""
# recorder: python>=3.11

import asyncio


def factory():
    loop = asyncio.new_event_loop()
    loops.append(loop)
    return loop


async def main():
    print("runs in it:", asyncio.get_running_loop() is loops[-1])


def current():
    try:
        print("current:", asyncio.get_event_loop() is before)
    except RuntimeError as error:
        print(error)


if __name__ == "__main__":
    loops = []
    before = asyncio.new_event_loop()
    asyncio.set_event_loop(before)
    with asyncio.Runner(loop_factory=factory) as runner:
        print("made", len(loops))
        runner.run(main())
        current()
    current()
    coroutine = main()
    try:
        asyncio.run(coroutine, loop_factory=factory)
    except TypeError as error:
        print(error)
        coroutine.close()
    current()
    with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
        print(runner.get_loop())
    with asyncio.Runner() as runner:
        runner.get_loop()
    current()
    before.close()
    print([loop.is_closed() for loop in loops])
