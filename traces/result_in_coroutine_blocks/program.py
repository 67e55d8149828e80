"""future.result() inside a coroutine blocks its whole loop until the other thread has answered."""

import asyncio
import threading


async def worker():
    await asyncio.sleep(0.1)
    return "answer"


async def ticker(order):
    for number in range(3):
        order.append(f"tick {number}")
        await asyncio.sleep(0.02)


async def main(new_loop, order):
    task = asyncio.create_task(ticker(order))
    await asyncio.sleep(0)
    order.append("blocking")
    order.append(asyncio.run_coroutine_threadsafe(worker(), new_loop).result())
    await task


if __name__ == "__main__":
    new_loop = asyncio.new_event_loop()
    thread = threading.Thread(target=new_loop.run_forever)
    thread.start()
    order = []
    asyncio.run(main(new_loop, order))
    print(order)
    new_loop.call_soon_threadsafe(new_loop.stop)
    thread.join()
    new_loop.close()
