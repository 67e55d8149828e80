"""What asyncio.wait refuses. It is a coroutine, so it refuses when it is awaited."""

import asyncio


async def attempt(label, *args, **options):
    coroutine = asyncio.wait(*args, **options)
    try:
        done, pending = await coroutine
        print(label, len(done), len(pending))
    except Exception as error:
        print(label, repr(error))


async def main():
    task = asyncio.create_task(asyncio.sleep(0))
    future = asyncio.get_running_loop().create_future()
    coroutine = asyncio.sleep(1)
    await attempt("task", task)
    await attempt("future", future)
    await attempt("coroutine", coroutine)
    coroutine.close()
    await attempt("empty list", [])
    await attempt("empty set", set())
    await attempt("empty tuple", ())
    await attempt("empty before the rest", [], return_when="never")
    await attempt("return_when", [task], return_when="never")
    await attempt("return_when", [task], return_when=-1)
    await attempt("not iterable", 3)
    await attempt("number in it", [3])
    await attempt("timeout", [task], timeout="soon")
    await attempt("fine", [task], timeout=None)
    future.cancel()
    await attempt("cancelled", [future])


if __name__ == "__main__":
    asyncio.run(main())
