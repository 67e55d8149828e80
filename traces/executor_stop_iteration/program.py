"""A function that raises StopIteration in an executor: its future refuses that up to 3.12 and stays pending; later it has a RuntimeError."""

import asyncio


def stop():
    raise StopIteration("stop")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print("handler:", repr(context["exception"])))
    future = loop.run_in_executor(None, stop)
    await asyncio.sleep(0.05)
    print("done:", future.done())
    if future.done():
        print(repr(future.exception()), repr(future.exception().__cause__))


if __name__ == "__main__":
    asyncio.run(main())
