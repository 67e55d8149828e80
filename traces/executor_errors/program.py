"""What run_in_executor, set_default_executor and shutdown_default_executor refuse."""

import asyncio
import concurrent.futures


def attempt(label, call):
    try:
        print(label, call())
    except (TypeError, RuntimeError, AttributeError) as error:
        print(label, type(error).__name__, error)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_debug(True)
    attempt("not callable:", lambda: loop.run_in_executor(None, 1))
    coroutine = main()
    attempt("coroutine:", lambda: loop.run_in_executor(None, coroutine))
    coroutine.close()
    loop.set_debug(False)
    attempt("base:", lambda: loop.set_default_executor(concurrent.futures.Executor()))
    attempt("shut down pool:", lambda: loop.set_default_executor(shut_down))
    attempt("shut down:", lambda: loop.run_in_executor(None, print))
    attempt("given:", lambda: loop.run_in_executor(shut_down, print))
    if hasattr(loop, "shutdown_default_executor"):
        await loop.shutdown_default_executor()
        attempt("after shutdown:", lambda: loop.run_in_executor(None, print))
        attempt("pool after shutdown:", lambda: loop.set_default_executor(concurrent.futures.ThreadPoolExecutor()))
        attempt("still after shutdown:", lambda: loop.run_in_executor(None, print))
        attempt("two arguments:", lambda: loop.shutdown_default_executor(1, 2))
    else:
        attempt("no shutdown:", lambda: loop.shutdown_default_executor())


if __name__ == "__main__":
    shut_down = concurrent.futures.ThreadPoolExecutor()
    shut_down.shutdown()
    loop = asyncio.new_event_loop()
    loop.run_until_complete(main())
    loop.close()
    attempt("closed:", lambda: loop.run_in_executor(None, print))
    attempt("to_thread:", lambda: asyncio.to_thread(print).close())
