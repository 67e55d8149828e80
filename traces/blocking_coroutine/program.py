"""A coroutine that calls time.sleep stops every other task of its loop, but not the other loop."""

import asyncio
import threading
import time


async def blocks(order):
    await asyncio.sleep(0)
    time.sleep(0.1)
    order.append("blocked until 0.1")


async def ticks(name, delay, order):
    await asyncio.sleep(delay)
    order.append(f"{name} asked for {delay}")


async def main(new_loop, order):
    other = asyncio.run_coroutine_threadsafe(ticks("other loop", 0.05, order), new_loop)
    tasks = [asyncio.create_task(blocks(order)), asyncio.create_task(ticks("same loop", 0.02, order))]
    for task in tasks:
        await task
    await asyncio.wrap_future(other)
    print(order)


if __name__ == "__main__":
    new_loop = asyncio.new_event_loop()
    thread = threading.Thread(target=new_loop.run_forever)
    thread.start()
    asyncio.run(main(new_loop, []))
    new_loop.call_soon_threadsafe(new_loop.stop)
    thread.join()
    new_loop.close()
