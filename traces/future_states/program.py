"""A future's states: what it answers while pending, with a result, with an exception, and cancelled."""

import asyncio


def attempt(action, *args):
    try:
        return repr(action(*args))
    except (asyncio.InvalidStateError, ValueError, asyncio.CancelledError) as error:
        return type(error).__name__ + ": " + str(error)


def report(label, future):
    print(label, repr(future), "done:", future.done(), "cancelled:", future.cancelled())
    print("   result:", attempt(future.result), "; exception:", attempt(future.exception))


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    report("pending", future)
    future.set_result(42)
    report("result", future)
    print("   set_result:", attempt(future.set_result, 43))
    print("   set_exception:", attempt(future.set_exception, ValueError("late")))
    print("   cancel:", future.cancel())
    failed = loop.create_future()
    failed.set_exception(ValueError("failed"))
    report("exception", failed)
    print("   set_result:", attempt(failed.set_result, 43))
    cancelled = loop.create_future()
    print("cancel:", cancelled.cancel(), "again:", cancelled.cancel())
    report("cancelled", cancelled)
    print("   set_result:", attempt(cancelled.set_result, 43))


if __name__ == "__main__":
    asyncio.run(main())
