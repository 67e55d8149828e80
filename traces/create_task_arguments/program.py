"""What create_task and ensure_future say to things that are not coroutines, and to futures of another loop."""

import asyncio


async def worker():
    return 42


async def generator():
    yield 1


def attempt(label, action, *args, **options):
    try:
        result = action(*args, **options)
        print(label, type(result).__name__)
        return result
    except (TypeError, ValueError, RuntimeError) as error:
        print(label, type(error).__name__ + ":", str(error).split(" at 0x")[0])
        return None


async def main():
    loop = asyncio.get_running_loop()
    other = asyncio.new_event_loop()
    attempt("create_task(42):", asyncio.create_task, 42)
    attempt("create_task(None):", asyncio.create_task, None)
    attempt("create_task(function):", asyncio.create_task, worker)
    attempt("create_task(async generator):", asyncio.create_task, generator())
    attempt("create_task(future):", asyncio.create_task, loop.create_future())
    attempt("ensure_future(42):", asyncio.ensure_future, 42)
    attempt("ensure_future(function):", asyncio.ensure_future, worker)
    future = loop.create_future()
    print("ensure_future(future):", asyncio.ensure_future(future) is future)
    attempt("ensure_future(foreign):", asyncio.ensure_future, other.create_future(), loop=loop)
    task = attempt("ensure_future(coroutine):", asyncio.ensure_future, worker())
    print(await task)
    other.close()


if __name__ == "__main__":
    asyncio.run(main())
