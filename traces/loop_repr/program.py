"""How a loop prints itself."""

import asyncio


async def main():
    print(asyncio.get_running_loop())


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    print(loop)
    loop.run_until_complete(main())
    loop.set_debug(True)
    print(loop)
    loop.close()
    print(loop)
