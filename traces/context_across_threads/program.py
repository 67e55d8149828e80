"""run_coroutine_threadsafe and call_soon_threadsafe take the submitter's context along."""

import asyncio
import contextvars
import threading

VARIABLE = contextvars.ContextVar("VARIABLE", default="default")


async def worker():
    before = VARIABLE.get()
    VARIABLE.set("set by the worker")
    return before


def main():
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    print("worker:", asyncio.run_coroutine_threadsafe(worker(), loop).result())
    VARIABLE.set("submitter")
    future = asyncio.run_coroutine_threadsafe(worker(), loop)
    VARIABLE.set("changed since")
    print("worker:", future.result())
    print("submitter:", VARIABLE.get())
    loop.call_soon_threadsafe(lambda: print("callback:", VARIABLE.get()))
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


if __name__ == "__main__":
    main()
