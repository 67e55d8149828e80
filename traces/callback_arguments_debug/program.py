"""In debug mode call_soon and its relatives refuse what is not a plain callable."""

import asyncio


async def coroutine_function():
    pass


def attempt(label, action, *args):
    try:
        action(*args)
        print(label, "accepted")
    except TypeError as error:
        print(label, "TypeError:", str(error).split(", got ")[0])


async def main():
    loop = asyncio.get_running_loop()
    attempt("call_soon(coroutine function):", loop.call_soon, coroutine_function)
    attempt("call_later(coroutine function):", loop.call_later, 0, coroutine_function)
    attempt("call_at(coroutine function):", loop.call_at, 0, coroutine_function)
    attempt("call_soon_threadsafe(coroutine function):", loop.call_soon_threadsafe, coroutine_function)
    attempt("call_soon(42):", loop.call_soon, 42)
    attempt("call_later(42):", loop.call_later, 0, 42)
    attempt("call_soon_threadsafe(42):", loop.call_soon_threadsafe, 42)


if __name__ == "__main__":
    asyncio.run(main(), debug=True)
