"""An exception group leaves main uncaught: how it is printed, with notes, a cause, and a nested group."""
# recorder: python>=3.11

import asyncio


async def main():
    first = ValueError("first")
    first.add_note("a note\nof two lines")
    second = TypeError("second")
    second.__cause__ = KeyError("cause")
    inner = ExceptionGroup("inner", [OSError("third")])
    raise ExceptionGroup("outer", [first, second, inner])


if __name__ == "__main__":
    asyncio.run(main())
