"""run_forever of the loop that is running: refused. CPython 3.13.0 then also takes the running loop away."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        loop.run_forever()
    except RuntimeError as error:
        print("RuntimeError:", error)
    print("running:", loop.is_running())
    try:
        print("running loop:", asyncio.get_running_loop() is loop)
    except RuntimeError as error:
        print("running loop:", error)
    await asyncio.sleep(0)
    print("main goes on")


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    loop.run_until_complete(main())
    loop.close()
