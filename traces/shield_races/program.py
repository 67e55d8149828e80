"""The end of what is shielded meets the cancellation of the shield, in every order."""

import asyncio


async def parent(inner):
    try:
        print("parent:", await asyncio.shield(inner))
    except (ValueError, asyncio.CancelledError) as error:
        print("parent:", repr(error))
        raise


def finish(inner, how):
    if how == "result":
        inner.set_result("result")
    elif how == "error":
        inner.set_exception(ValueError("v"))
    else:
        inner.cancel()


async def main():
    for how in "result", "error", "cancel":
        for between in -1, 0, 1, 2, 3:
            inner = asyncio.get_running_loop().create_future()
            waiting = asyncio.create_task(parent(inner))
            await asyncio.sleep(0)
            if between < 0:
                print(how, "after the cancellation:", waiting.cancel())
                finish(inner, how)
            else:
                finish(inner, how)
                for _ in range(between):
                    await asyncio.sleep(0)
                print(how, between, "hops before the cancellation:", waiting.cancel())
            await asyncio.wait([waiting])
            print(waiting.cancelled(), inner)
            if how == "error":
                inner.exception()
                if not waiting.cancelled():
                    waiting.exception()


if __name__ == "__main__":
    asyncio.run(main())
