"""A submitted coroutine raises StopIteration, SystemExit, or another BaseException."""

import asyncio
import threading


class Abort(BaseException):
    pass


async def raises(error):
    raise error


def submit(loop, error):
    future = asyncio.run_coroutine_threadsafe(raises(error), loop)
    try:
        future.result(timeout=0.5)
    except BaseException as caught:
        print(type(error).__name__, "->", repr(caught), "cause:", repr(caught.__cause__))


def main():
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    submit(loop, StopIteration("stop"))
    submit(loop, Abort("abort"))
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


if __name__ == "__main__":
    main()
