"""The documented program without its stop: main ends, the other thread's loop runs on for ever."""
# recorder: hangs

import asyncio
import threading


async def worker():
    return "result"


async def main(new_loop):
    future = asyncio.run_coroutine_threadsafe(worker(), new_loop)
    print(await asyncio.wrap_future(future))


if __name__ == "__main__":
    new_loop = asyncio.new_event_loop()
    threading.Thread(target=new_loop.run_forever).start()
    asyncio.run(main(new_loop))
    print("main ends")
