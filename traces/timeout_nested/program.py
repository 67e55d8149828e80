"""Timeouts in timeouts: which one raises."""
# recorder: python>=3.11

import asyncio
import time


async def nest(label, outer_limit, inner_limit, body):
    outer_raised = inner_raised = False
    try:
        async with outer_limit as outer:
            try:
                async with inner_limit as inner:
                    await body()
            except TimeoutError:
                inner_raised = True
                print(label, "inner raises", asyncio.current_task().cancelling())
                await asyncio.sleep(0)
    except TimeoutError as error:
        outer_raised = True
        print(label, "outer raises", repr(error.__cause__), repr(error.__context__))
    print(label, outer, inner, outer_raised, inner_raised, asyncio.current_task().cancelling())


async def sleeps():
    await asyncio.sleep(10)


async def both_at_once():
    time.sleep(0.1)
    await asyncio.sleep(10)


async def main():
    loop = asyncio.get_running_loop()
    await nest("inner first", asyncio.timeout(10), asyncio.timeout(0.01), sleeps)
    await nest("outer first", asyncio.timeout(0.01), asyncio.timeout(10), sleeps)
    when = loop.time() + 0.05
    await nest("same time", asyncio.timeout_at(when), asyncio.timeout_at(when), sleeps)
    when = loop.time() + 0.05
    await nest("outer, then inner", asyncio.timeout_at(when), asyncio.timeout_at(when + 0.02), both_at_once)
    when = loop.time() + 0.05
    await nest("inner, then outer", asyncio.timeout_at(when + 0.02), asyncio.timeout_at(when), both_at_once)
    await nest("both due", asyncio.timeout(0), asyncio.timeout(0), sleeps)


if __name__ == "__main__":
    asyncio.run(main())
