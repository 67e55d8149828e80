"""A loop stops while run_until_complete and gather wait for their own tasks: freed pending, of those nothing is said."""

import asyncio


async def child(name):
    try:
        await asyncio.sleep(10)
    except BaseException as error:
        print(name, "ends by", type(error).__name__)
        raise


async def main():
    asyncio.get_running_loop().call_later(0.01, asyncio.get_running_loop().stop)
    await asyncio.gather(child("child"))


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    try:
        loop.run_until_complete(main())
    except RuntimeError as error:
        print("RuntimeError:", error)
