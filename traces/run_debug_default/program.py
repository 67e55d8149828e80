"""The debug flag of loops: off by default, set by asyncio.run, and readable."""

import asyncio


async def main():
    return asyncio.get_running_loop().get_debug()


if __name__ == "__main__":
    print(asyncio.run(main()), asyncio.run(main(), debug=True), asyncio.run(main(), debug=False))
    loop = asyncio.new_event_loop()
    print(loop.get_debug(), loop.slow_callback_duration)
    loop.set_debug(True)
    print(loop.get_debug())
    loop.close()
