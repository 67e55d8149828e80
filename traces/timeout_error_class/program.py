"""`except asyncio.TimeoutError` around future.result(timeout): it catches from 3.11 on, and not before."""

import asyncio
import concurrent.futures


async def worker():
    await asyncio.sleep(10)


def main():
    loop = asyncio.new_event_loop()
    coroutine = worker()
    future = asyncio.run_coroutine_threadsafe(coroutine, loop)
    try:
        try:
            future.result(timeout=0.05)
        except asyncio.TimeoutError as error:
            print("asyncio.TimeoutError caught it:", repr(error))
    except concurrent.futures.TimeoutError as error:
        print("only concurrent.futures.TimeoutError caught it:", repr(error))
    print("asyncio is concurrent.futures:", asyncio.TimeoutError is concurrent.futures.TimeoutError)
    print("asyncio is builtin:", asyncio.TimeoutError is TimeoutError)
    coroutine.close()
    loop.close()


if __name__ == "__main__":
    main()
