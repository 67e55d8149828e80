"""run_until_complete of the loop that is running: refused, and nothing else changes."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        loop.run_until_complete(loop.create_future())
    except RuntimeError as error:
        print("RuntimeError:", error)
    print("running:", loop.is_running())
    try:
        print("running loop:", asyncio.get_running_loop() is loop)
    except RuntimeError as error:
        print("running loop:", error)


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    loop.run_until_complete(main())
    loop.close()
