"""What asyncio.as_completed refuses: from 3.13 on when it is called, before when it is first asked."""

import asyncio


async def attempt(label, fs):
    iterator = None
    try:
        iterator = asyncio.as_completed(fs)
        print(label, len(list(iterator)))
    except TypeError as error:
        print(label, "called" if iterator is None else "asked", error)


async def main():
    coroutine = asyncio.sleep(1)
    task = asyncio.create_task(coroutine)
    await attempt("task", task)
    await attempt("coroutine", coroutine)
    await attempt("future", asyncio.get_running_loop().create_future())
    await attempt("number", 42)
    await attempt("numbers", [42])
    await attempt("none", None)
    await attempt("empty", ())
    iterator = asyncio.as_completed([task])
    print(repr(iterator).split(" at ", 1)[0])

    # After a failure there is nothing more.
    iterator = iter(())
    try:
        iterator = asyncio.as_completed([task, 42])
        next(iterator)
    except TypeError as error:
        print(error)
        print(next(iterator, "no more"))
    task.cancel()


if __name__ == "__main__":
    asyncio.run(main())
