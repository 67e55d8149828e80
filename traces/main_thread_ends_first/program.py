"""main ends while another thread's loop still runs: the process lives as long as that loop."""

import asyncio
import threading


async def worker():
    await asyncio.sleep(0.1)
    print("worker ends; main thread alive:", threading.main_thread().is_alive())
    asyncio.get_running_loop().stop()


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    asyncio.run_coroutine_threadsafe(worker(), loop)
    threading.Thread(target=loop.run_forever).start()
    print("main ends")
