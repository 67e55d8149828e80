"""Functions that need a running loop, called without one."""

import asyncio


async def worker():
    pass


def attempt(label, action, *args):
    try:
        action(*args)
        print(label, "accepted")
    except RuntimeError as error:
        print(label, "RuntimeError:", error)


if __name__ == "__main__":
    coroutine = worker()
    attempt("create_task:", asyncio.create_task, coroutine)
    coroutine.close()
    attempt("current_task:", asyncio.current_task)
