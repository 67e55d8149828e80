"""A loop is closed while a task waits for a future that nobody else knows: the task is destroyed pending."""

import asyncio
import gc


async def waits():
    await asyncio.get_running_loop().create_future()


async def main():
    asyncio.get_running_loop().create_task(waits())
    await asyncio.sleep(0)
    print("collecting")
    gc.collect()
    print("collected")


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    loop.run_until_complete(main())
    loop.close()
