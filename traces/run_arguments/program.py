"""What asyncio.run says to things that are not coroutines."""

import asyncio


async def main():
    print("main runs")


def attempt(label, thing):
    try:
        print(label, asyncio.run(thing))
    except (TypeError, ValueError) as error:
        print(label, type(error).__name__, str(error).split(" at 0x")[0])


if __name__ == "__main__":
    attempt("number:", 42)
    attempt("None:", None)
    attempt("string:", "main")
    attempt("function:", main)
    attempt("coroutine:", main())
