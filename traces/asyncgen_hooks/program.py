"""sys.set_asyncgen_hooks without a loop, the hooks of a running loop, and generators that are freed where nobody closes them."""

import asyncio
import sys


async def ticker(name):
    try:
        yield 1
        yield 2
    finally:
        print(name, "closed")


def begin(generator):
    try:
        generator.__anext__().send(None)
    except StopIteration as error:
        print("first value", error.value)


seen = []


def first(generator):
    seen.append(f"first iteration of {generator.__name__}")


def last(generator):
    print("freed", generator.__name__)


async def main():
    loop = asyncio.get_running_loop()
    hooks = sys.get_asyncgen_hooks()
    print(hooks.firstiter is not None, hooks.finalizer is not None, hooks.firstiter is first)
    generator = ticker("closed before")
    await generator.__anext__()
    await loop.shutdown_asyncgens()
    late = ticker("late")
    print(await late.__anext__())
    await loop.shutdown_asyncgens()
    await loop.shutdown_asyncgens()


if __name__ == "__main__":
    print(sys.get_asyncgen_hooks())
    generator = ticker("without hooks")
    begin(generator)
    del generator
    generator = ticker("not begun")
    del generator
    sys.set_asyncgen_hooks(firstiter=first)
    sys.set_asyncgen_hooks(finalizer=last)
    generator = ticker("with hooks")
    begin(generator)
    for text in seen:
        print(text)
    begin(generator)
    del generator
    loop = asyncio.new_event_loop()
    loop.run_until_complete(main())
    loop.close()
    hooks = sys.get_asyncgen_hooks()
    print(hooks.firstiter is first, hooks.finalizer is last)
    sys.set_asyncgen_hooks(None, None)
    print(sys.get_asyncgen_hooks())
    for name in ("firstiter", "finalizer"):
        try:
            sys.set_asyncgen_hooks(**{name: 1})
        except TypeError as error:
            print(error)
