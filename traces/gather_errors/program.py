"""What gather refuses, and how it reads."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for wrong in (1, None, "text", asyncio.sleep):
        try:
            asyncio.gather(wrong)
        except TypeError as error:
            print(error)

    other = asyncio.new_event_loop()
    foreign = other.create_future()
    try:
        asyncio.gather(loop.create_future(), foreign)
    except ValueError as error:
        print(error)
    print(asyncio.gather(foreign).get_loop() is other)
    other.close()

    outer = asyncio.gather(loop.create_future())
    print(outer)
    for method in (outer.result, outer.exception):
        try:
            method()
        except asyncio.InvalidStateError as error:
            print(error)
    future = loop.create_future()
    outer = asyncio.gather(future)
    future.set_exception(ValueError("text"))
    try:
        await outer
    except ValueError:
        print(outer)


if __name__ == "__main__":
    asyncio.run(main())
