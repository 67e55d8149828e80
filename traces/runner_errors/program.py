"""asyncio.Runner: what it says when it is closed, nested, or given something else than a coroutine."""
# recorder: python>=3.11

import asyncio


async def worker():
    return 42


async def nested(runner):
    coroutine = worker()
    try:
        runner.run(coroutine)
    except RuntimeError as error:
        print("nested:", error)
    coroutine.close()


def attempt(label, action, *args):
    try:
        print(label, action(*args))
    except (TypeError, ValueError, RuntimeError) as error:
        print(label, type(error).__name__ + ":", error)


if __name__ == "__main__":
    runner = asyncio.Runner()
    attempt("number:", runner.run, 42)
    runner.run(nested(runner))
    print("worker:", runner.run(worker()))
    runner.close()
    runner.close()
    coroutine = worker()
    attempt("closed:", runner.run, coroutine)
    coroutine.close()
    attempt("get_loop:", runner.get_loop)
    attempt("enter:", runner.__enter__)
