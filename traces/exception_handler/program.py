"""A loop's own exception handler: what it is given, and what happens when it raises itself."""

import asyncio


def fails():
    raise ValueError("callback failed")


def handler(loop, context):
    print("handler:", sorted(context), repr(context["exception"]))


def raising_handler(loop, context):
    raise KeyError("handler failed")


async def main():
    loop = asyncio.get_running_loop()
    print("default:", loop.get_exception_handler())
    loop.set_exception_handler(handler)
    loop.call_soon(fails)
    await asyncio.sleep(0)
    loop.set_exception_handler(raising_handler)
    loop.call_soon(fails)
    await asyncio.sleep(0)
    loop.set_exception_handler(None)
    loop.call_exception_handler({"message": "called by hand", "beta": 2, "alpha": "1"})
    try:
        loop.set_exception_handler(42)
    except TypeError as error:
        print("TypeError:", error)


if __name__ == "__main__":
    asyncio.run(main())
