"""What a closed loop refuses, and what it still does."""

import asyncio


async def worker():
    pass


def attempt(label, action, *args):
    try:
        result = action(*args)
        print(label, result if isinstance(result, bool) else "accepted")
    except RuntimeError as error:
        print(label, "RuntimeError:", error)


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    loop.call_soon(print, "never printed")
    loop.close()
    coroutine = worker()
    attempt("call_soon:", loop.call_soon, print)
    attempt("call_later:", loop.call_later, 1, print)
    attempt("call_at:", loop.call_at, 1, print)
    attempt("call_soon_threadsafe:", loop.call_soon_threadsafe, print)
    attempt("create_task:", loop.create_task, coroutine)
    attempt("run_forever:", loop.run_forever)
    attempt("run_until_complete:", loop.run_until_complete, coroutine)
    attempt("create_future:", loop.create_future)
    attempt("time:", loop.time)
    attempt("stop:", loop.stop)
    attempt("close:", loop.close)
    attempt("is_closed:", loop.is_closed)
    attempt("is_running:", loop.is_running)
    coroutine.close()
