"""The exception of a gather that nobody awaits is reported for the gather, not for the child."""

import asyncio
import gc


async def fails():
    raise ValueError("nobody looks")


async def main():
    outer = asyncio.gather(fails(), fails())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(outer.done())
    del outer
    gc.collect()


if __name__ == "__main__":
    asyncio.run(main())
    gc.collect()
