"""Debug mode reports a callback and a task step that take longer than loop.slow_callback_duration."""

import asyncio
import time


def slow():
    time.sleep(0.06)


async def main():
    loop = asyncio.get_running_loop()
    loop.slow_callback_duration = 0.05
    loop.call_soon(slow)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    time.sleep(0.06)


if __name__ == "__main__":
    asyncio.run(main(), debug=True)
