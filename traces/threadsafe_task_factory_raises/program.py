"""The loop cannot make a task of the submission: the submitter gets the exception, and the loop reports it too."""

import asyncio
import threading


def factory(loop, coroutine, **options):
    coroutine.close()
    raise LookupError("no tasks today")


async def worker():
    print("never printed")


def main():
    loop = asyncio.new_event_loop()
    loop.set_task_factory(factory)
    future = asyncio.run_coroutine_threadsafe(worker(), loop)
    loop.call_soon(loop.stop)
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    thread.join()
    print("exception:", repr(future.exception()))
    loop.close()


if __name__ == "__main__":
    main()
