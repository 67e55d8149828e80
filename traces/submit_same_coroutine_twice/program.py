"""One coroutine object submitted twice: the second task fails when it finds it in use."""

import asyncio
import threading


async def worker():
    await asyncio.sleep(0.01)
    return 42


def main():
    loop = asyncio.new_event_loop()
    coroutine = worker()
    first = asyncio.run_coroutine_threadsafe(coroutine, loop)
    second = asyncio.run_coroutine_threadsafe(coroutine, loop)
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    for future in (first, second):
        try:
            print("result:", future.result())
        except RuntimeError as error:
            print("RuntimeError:", error)
    third = asyncio.run_coroutine_threadsafe(coroutine, loop)
    print("third:", repr(third.exception()))
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


if __name__ == "__main__":
    main()
