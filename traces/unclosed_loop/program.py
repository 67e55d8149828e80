"""A loop that is never closed: nothing is said by default."""

import asyncio


async def main():
    return 42


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    print(loop.run_until_complete(main()))
    del loop
    print("end")
