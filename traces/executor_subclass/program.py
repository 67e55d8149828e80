"""An Executor of one's own, which calls functions at once: map with all its arguments, and an event loop that uses it."""

import asyncio
import concurrent.futures


class AtOnce(concurrent.futures.Executor):
    def __init__(self):
        self.submitted = 0

    def submit(self, fn, *args):
        self.submitted += 1
        print("submit", args)
        future = concurrent.futures.Future()
        future.set_running_or_notify_cancel()
        try:
            future.set_result(fn(*args))
        except Exception as error:
            future.set_exception(error)
        return future

    def shutdown(self, wait=True, **options):
        print("shutdown", wait, options)


def divide(left, right):
    if right == 0:
        raise ZeroDivisionError("integer division or modulo by zero")
    return left // right


def attempt(label, call):
    try:
        print(label, call())
    except (TypeError, ValueError, ZeroDivisionError) as error:
        print(label, type(error).__name__, error)


def mapping():
    with AtOnce() as executor:
        results = executor.map(divide, [6, 7, 8], [3, 2, 1], timeout=10, chunksize=2)
        print(executor.submitted, list(results))
        attempt("failure:", lambda: list(executor.map(divide, [1, 2], [0, 1])))
        attempt("text:", lambda: executor.map(divide, [], [], timeout="1"))
        attempt("buffer:", lambda: list(executor.map(abs, iter([-1, -2, -3, -4]), buffersize=2)))
        attempt("no buffer:", lambda: list(executor.map(abs, [-1], buffersize=None)))
        attempt("buffer 0:", lambda: executor.map(abs, [-1], buffersize=0))
        attempt("buffer 1.5:", lambda: executor.map(abs, [-1], buffersize=1.5))


async def main():
    loop = asyncio.get_running_loop()
    executor = AtOnce()
    print(await loop.run_in_executor(executor, divide, 7, 2))
    try:
        await loop.run_in_executor(executor, divide, 7, 0)
    except ZeroDivisionError as error:
        print(type(error).__name__, error)


if __name__ == "__main__":
    mapping()
    asyncio.run(main())
