"""A future is given an exception that nobody looks at."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.set_exception(ValueError("nobody sees this"))
    del future
    print("after del")
    looked_at = loop.create_future()
    looked_at.set_exception(ValueError("looked at"))
    print(repr(looked_at.exception()))


if __name__ == "__main__":
    asyncio.run(main())
