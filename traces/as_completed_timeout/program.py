"""asyncio.as_completed with a limit for all: when it is over, those that are left raise TimeoutError, and nothing is cancelled."""

import asyncio


async def results(label, fs, timeout):
    for coroutine in asyncio.as_completed(fs, timeout=timeout):
        try:
            print(label, await coroutine)
        except asyncio.TimeoutError as error:
            print(label, repr(error))


def sleeping(*delays):
    return [asyncio.create_task(asyncio.sleep(delay, delay)) for delay in delays]


async def main():
    loop = asyncio.get_running_loop()
    tasks = sleeping(0.01, 0.2, 0.3)
    await results("some", tasks, 0.05)
    print([task.done() for task in tasks], ["_on_completion" in repr(task) for task in tasks])
    await results("all", tasks, 5)
    await results("no limit", sleeping(0.02, 0.01), None)
    await results("zero", sleeping(0, 0.02), 0)
    await results("negative", sleeping(0.01, 0.02), -1)
    done = loop.create_future()
    done.set_result("done")
    await results("done", [done], 0)
    await results("done and not", [done, loop.create_future()], 0.01)
    await results("nothing", [], 0)

    # The completion and the timer in one iteration.
    future = loop.create_future()
    loop.call_later(0.01, future.set_result, "first")
    await results("completion first", [future], 0.01)
    future = loop.create_future()
    waiting = asyncio.create_task(results("timer first", [future], 0.01))
    await asyncio.sleep(0)
    loop.call_later(0.01, future.set_result, "late")
    await waiting

    # The time runs while nobody waits.
    coroutines = list(asyncio.as_completed(sleeping(0.01, 0.2), timeout=0.05))
    await asyncio.sleep(0.1)
    for coroutine in coroutines:
        try:
            print(await coroutine)
        except asyncio.TimeoutError as error:
            print(repr(error), error.__cause__)


if __name__ == "__main__":
    asyncio.run(main())
