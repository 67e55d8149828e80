"""A task whose coroutine yields a future bare, yields itself, or yields a future of another loop."""

import asyncio


class Yields:
    def __init__(self, thing):
        self.thing = thing

    def __await__(self):
        return (yield self.thing)


async def yields_bare(future):
    await Yields(future)


async def awaits_itself():
    await asyncio.current_task()


async def awaits_foreign(future):
    await future


async def attempt(label, coroutine):
    task = asyncio.create_task(coroutine, name=label)
    try:
        await task
    except RuntimeError as error:
        print(label, "RuntimeError:", error)


async def main():
    loop = asyncio.get_running_loop()
    other = asyncio.new_event_loop()
    await attempt("bare", yields_bare(loop.create_future()))
    await attempt("itself", awaits_itself())
    await attempt("foreign", awaits_foreign(other.create_future()))
    other.close()


if __name__ == "__main__":
    asyncio.run(main())
