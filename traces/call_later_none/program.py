"""call_later and call_at with None instead of a time."""

import asyncio


def attempt(label, action, *args):
    try:
        action(*args)
        print(label, "accepted")
    except (TypeError, AssertionError) as error:
        print(label, type(error).__name__ + ":", error)


async def main():
    loop = asyncio.get_running_loop()
    attempt("call_later(None):", loop.call_later, None, print)
    attempt("call_at(None):", loop.call_at, None, print)
    attempt("call_later('1'):", loop.call_later, "1", print)


if __name__ == "__main__":
    asyncio.run(main())
