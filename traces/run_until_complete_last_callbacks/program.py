"""When run_until_complete ends: callbacks queued before its own still run, those that they queue do not."""

import asyncio


async def main(loop):
    loop.call_soon(print, "queued by main")
    loop.call_soon(loop.call_soon, print, "queued by a callback")
    return "value"


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    print(loop.run_until_complete(main(loop)))
    print("second run")
    loop.stop()
    loop.run_forever()
    loop.close()
