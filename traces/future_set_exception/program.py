"""What a future's set_exception accepts: instances and classes, and not StopIteration."""

import asyncio


class MyStop(StopIteration):
    pass


def attempt(label, thing):
    future = asyncio.get_running_loop().create_future()
    try:
        future.set_exception(thing)
        caught = future.exception()
        print(label, "done:", future.done(), repr(caught), "cause:", repr(caught.__cause__))
    except TypeError as error:
        print(label, "TypeError:", error, "done:", future.done())


async def main():
    attempt("instance:", ValueError("v"))
    attempt("class:", ValueError)
    attempt("BaseException:", BaseException("b"))
    attempt("CancelledError:", asyncio.CancelledError("c"))
    attempt("StopIteration:", StopIteration("s"))
    attempt("StopIteration class:", StopIteration)
    attempt("subclass of StopIteration:", MyStop("m"))
    attempt("number:", 42)
    attempt("None:", None)


if __name__ == "__main__":
    asyncio.run(main())
