"""Tasks cancelled while they wait for a semaphore: before and after they were woken, with others behind them and without; 3.9 stays shut then."""

import asyncio


def state(semaphore):
    return repr(semaphore).split("[")[1]


async def worker(semaphore, name):
    try:
        await semaphore.acquire()
        print(name, "has it", state(semaphore))
    except asyncio.CancelledError:
        print(name, "cancelled", state(semaphore))
        raise


async def start(label, names):
    print(label)
    semaphore = asyncio.Semaphore(1)
    await semaphore.acquire()
    tasks = [asyncio.create_task(worker(semaphore, name)) for name in names]
    await asyncio.sleep(0)
    return semaphore, tasks


async def end(semaphore, tasks):
    for _ in range(3):
        await asyncio.sleep(0)
        print([task.done() for task in tasks], state(semaphore))
    for task in tasks:
        task.cancel()
    print(await asyncio.gather(*tasks, return_exceptions=True), state(semaphore))
    try:
        print(await asyncio.wait_for(semaphore.acquire(), 0.01), state(semaphore))
    except asyncio.TimeoutError:
        print("shut", state(semaphore))


async def main():
    semaphore, tasks = await start("before it is woken", "abc")
    tasks[0].cancel()
    semaphore.release()
    await end(semaphore, tasks)

    semaphore, tasks = await start("after it was woken", "abc")
    semaphore.release()
    tasks[0].cancel()
    print(state(semaphore))
    await end(semaphore, tasks)

    semaphore, tasks = await start("woken, and nobody is left", "a")
    semaphore.release()
    tasks[0].cancel()
    await end(semaphore, tasks)

    semaphore, tasks = await start("all woken, all cancelled", "abc")
    for task in tasks:
        semaphore.release()
        task.cancel()
    print(state(semaphore))
    await end(semaphore, tasks)

    semaphore, tasks = await start("cancelled first, then released as often", "abc")
    for task in tasks:
        task.cancel()
    for _ in range(3):
        semaphore.release()
    print(state(semaphore))
    late = asyncio.create_task(worker(semaphore, "late"))
    await end(semaphore, tasks + [late])

    semaphore, tasks = await start("the first is cancelled, the others are woken by it", "abcd")
    semaphore.release()
    semaphore.release()
    tasks[0].cancel()
    tasks[2].cancel()
    print(state(semaphore))
    await end(semaphore, tasks)

    semaphore, tasks = await start("a timeout and the release at the same time", "")
    asyncio.get_running_loop().call_later(0.01, semaphore.release)
    try:
        print(await asyncio.wait_for(semaphore.acquire(), 0.01), state(semaphore))
    except asyncio.TimeoutError:
        print("timeout", state(semaphore))
    await end(semaphore, tasks)


if __name__ == "__main__":
    asyncio.run(main())
