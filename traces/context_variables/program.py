"""Which context callbacks, tasks, done-callbacks and threads see."""

import asyncio
import contextvars
import threading

VARIABLE = contextvars.ContextVar("VARIABLE", default="default")


def report(label, *_):
    print(label, VARIABLE.get())


async def worker(label):
    report(label + " before set:")
    VARIABLE.set(label)
    await asyncio.sleep(0)
    report(label + " after set:")


async def main():
    loop = asyncio.get_running_loop()
    VARIABLE.set("main")
    loop.call_soon(report, "call_soon:")
    task = asyncio.create_task(worker("task"))
    future = loop.create_future()
    future.add_done_callback(lambda future: report("done-callback:"))
    VARIABLE.set("changed")
    future.set_result(None)
    loop.call_later(0.01, report, "call_later:")
    await task
    report("after the task:")
    await worker("awaited directly")
    report("after awaiting directly:")
    thread = threading.Thread(target=report, args=("thread:",))
    thread.start()
    thread.join()
    await asyncio.sleep(0.03)


if __name__ == "__main__":
    asyncio.run(main())
    report("after asyncio.run:")
