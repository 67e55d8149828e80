"""The default executor: the names of its threads, how it begins, and another one in its place; its threads end with the loop."""

import asyncio
import concurrent.futures
import threading


def name():
    return threading.current_thread().name


async def main():
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, name))
    with concurrent.futures.ThreadPoolExecutor() as executor:
        print(await loop.run_in_executor(executor, name))
    mine = concurrent.futures.ThreadPoolExecutor(1, "mine")
    loop.set_default_executor(mine)
    print(await loop.run_in_executor(None, name))
    await asyncio.sleep(0.02)
    print(sorted(thread.name for thread in threading.enumerate()))
    return mine


if __name__ == "__main__":
    mine = asyncio.run(main())
    try:
        mine.submit(name)
    except RuntimeError as error:
        print(error)
