"""Two loops in two threads send each other work without blocking: each awaits the other's answer."""

import asyncio
import threading


async def double(number):
    print("double", number, "in", threading.current_thread().name)
    await asyncio.sleep(0.01)
    return number * 2


async def double_twice(number, other):
    half_way = await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(double(number), other))
    print("half way", half_way, "in", threading.current_thread().name)
    return await double(half_way)


async def main(new_loop):
    loop = asyncio.get_running_loop()
    future = asyncio.run_coroutine_threadsafe(double_twice(1, loop), new_loop)
    print("answer", await asyncio.wrap_future(future))


if __name__ == "__main__":
    new_loop = asyncio.new_event_loop()
    thread = threading.Thread(target=new_loop.run_forever, name="Other")
    thread.start()
    asyncio.run(main(new_loop))
    new_loop.call_soon_threadsafe(new_loop.stop)
    thread.join()
    new_loop.close()
