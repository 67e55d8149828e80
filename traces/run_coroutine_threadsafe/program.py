"""The documented use of run_coroutine_threadsafe: one worker in another thread's loop, one in our own."""
# recorder: repeats=70 sleep_scale=0.2 unbuffered=200

import asyncio
import threading


async def worker(name, delay):
    print(f"Start {name}; delay: {delay}; thread: {threading.current_thread().name}")
    result = await asyncio.sleep(delay, result=delay)
    print(f"Done {name}; result: {result}; thread: {threading.current_thread().name}")
    return name, result


async def main(new_loop):
    future = asyncio.run_coroutine_threadsafe(worker("Thread", 1), new_loop)
    task = asyncio.create_task(worker("Task", 1.5))
    await task
    print("Results:")
    print(task.result())
    print(future.result())
    new_loop.call_soon_threadsafe(new_loop.stop)


if __name__ == "__main__":
    new_loop = asyncio.new_event_loop()
    threading.Thread(target=new_loop.run_forever).start()
    asyncio.run(main(new_loop))
