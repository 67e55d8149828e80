"""The submitter cancels before the loop has looked at the submission; the coroutine's first step may still run."""

import asyncio
import threading


async def worker():
    print("worker: first step")
    try:
        await asyncio.sleep(0.05)
        print("worker: not cancelled")
    except asyncio.CancelledError:
        print("worker: cancelled")
        raise


def main():
    loop = asyncio.new_event_loop()
    future = asyncio.run_coroutine_threadsafe(worker(), loop)
    print("cancel:", future.cancel(), "running:", future.running(), "done:", future.done())
    loop.call_later(0.1, loop.stop)
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    thread.join()
    print("cancelled:", future.cancelled(), "tasks left:", len(asyncio.all_tasks(loop)))
    loop.close()


if __name__ == "__main__":
    main()
