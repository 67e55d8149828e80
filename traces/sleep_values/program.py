"""asyncio.sleep: its result, zero and negative delays, and delays that are no numbers."""

import asyncio


async def attempt(label, *args):
    try:
        print(label, await asyncio.sleep(*args))
    except (TypeError, ValueError) as error:
        print(label, type(error).__name__ + ":", error)


async def main():
    await attempt("0:", 0)
    await attempt("0 with a result:", 0, "result")
    await attempt("negative:", -5, "negative")
    await attempt("0.01:", 0.01, [1, 2])
    await attempt("None:", None)
    await attempt("string:", "1")
    await attempt("NaN:", float("nan"), "nan")


if __name__ == "__main__":
    asyncio.run(main())
