"""The clean shutdown of a loop in another thread: cancel its tasks, wait for them, then stop it."""

import asyncio
import threading


async def worker(name):
    try:
        await asyncio.sleep(10)
    finally:
        print(name, "cleans up")


async def shut_down():
    others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in sorted(others, key=lambda task: task.get_name()):
        task.cancel()
    for task in others:
        try:
            await task
        except asyncio.CancelledError:
            pass
    return len(others)


def main():
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    futures = [asyncio.run_coroutine_threadsafe(worker(name), loop) for name in ("first", "second")]
    print("cancelled:", asyncio.run_coroutine_threadsafe(shut_down(), loop).result())
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()
    print([future.cancelled() for future in futures])


if __name__ == "__main__":
    main()
