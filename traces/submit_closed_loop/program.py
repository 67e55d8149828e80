"""A submission to a closed loop raises, and the coroutine is dropped without having been awaited."""

import asyncio


async def worker():
    print("worker runs")


def main():
    loop = asyncio.new_event_loop()
    loop.close()
    try:
        asyncio.run_coroutine_threadsafe(worker(), loop)
    except RuntimeError as error:
        print("RuntimeError:", error)
    print("end")


if __name__ == "__main__":
    main()
