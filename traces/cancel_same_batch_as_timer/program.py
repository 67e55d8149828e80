"""A timer that completes a future and one that cancels the waiting task fall due in one batch: both orders."""

import asyncio


async def waits(future):
    try:
        return await future
    except asyncio.CancelledError:
        return "cancelled"


async def run(complete_at, cancel_at):
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    task = asyncio.create_task(waits(future))
    await asyncio.sleep(0)
    now = loop.time() + 0.0202
    loop.call_at(now + complete_at, lambda: future.done() or future.set_result("completed"))
    loop.call_at(now + cancel_at, task.cancel)
    return await task, future


async def main():
    print("complete first:", await run(0, 0.0001))
    print("cancel first:", await run(0.0001, 0))


if __name__ == "__main__":
    asyncio.run(main())
