"""How a timeout must not be used."""
# recorder: python>=3.11

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    timeout = asyncio.timeout(10)
    async with timeout:
        try:
            async with timeout:
                print("not reached")
        except RuntimeError as error:
            print(error)
        print(timeout.expired())
    try:
        async with timeout:
            print("not reached")
    except RuntimeError as error:
        print(error, timeout)

    # Outside of a task, by hand.
    done = loop.create_future()

    def callback():
        try:
            asyncio.timeout(1).__aenter__().send(None)
        except RuntimeError as error:
            done.set_result(str(error))

    loop.call_soon(callback)
    print(await done)
    print(asyncio.Timeout(5.5), asyncio.Timeout(5.5).when(), asyncio.Timeout(None).when())


if __name__ == "__main__":
    try:
        asyncio.timeout(1)
    except RuntimeError as error:
        print(error)
    asyncio.run(main())
