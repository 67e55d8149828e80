"""loop= of asyncio's functions: deprecated in 3.8 and 3.9, an unknown keyword later."""

import asyncio


async def attempt(name, *args):
    make, loop = getattr(asyncio, name), asyncio.get_running_loop()
    try:
        # Of one line Python warns once.
        result = await (list(make(*args, loop=loop))[0] if name == "as_completed" else make(*args, loop=loop))
        print(name, len(result) if name == "wait" else result)
    except TypeError as error:
        print(name, error)


async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_result("future's")
    # In 3.8 these two say nothing.
    await attempt("gather", future, future)
    await attempt("sleep", 0, "slept")
    print("now the others")
    await attempt("sleep", 0.01, "slept")
    await attempt("shield", future)
    await attempt("gather")
    await attempt("wait_for", future, 1)
    await attempt("wait_for", future, None)
    await attempt("wait_for", future, 0)
    await attempt("wait", [future])
    await attempt("as_completed", [future])
    # None is no loop, but a keyword.
    try:
        print(await asyncio.sleep(0, "slept", loop=None))
    except TypeError as error:
        print(error)


async def task():
    # It is the loop that calls this coroutine, and Python does not warn of what the library does.
    try:
        await asyncio.create_task(asyncio.sleep(0.01, loop=asyncio.get_running_loop()))
    except TypeError as error:
        print(error)


if __name__ == "__main__":
    asyncio.run(task())
    asyncio.run(main())
