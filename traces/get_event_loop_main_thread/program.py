"""asyncio.get_event_loop in the main thread with no loop set: it makes one, later versions warn."""

import asyncio


if __name__ == "__main__":
    loop = asyncio.get_event_loop()
    print("closed:", loop.is_closed(), "running:", loop.is_running(), "same:", asyncio.get_event_loop() is loop)
    loop.close()
