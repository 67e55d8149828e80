"""Wrong uses of a task group, and how it reads meanwhile."""
# recorder: python>=3.11

import asyncio


async def nothing():
    pass


def refused(group, **options):
    coroutine = nothing()
    try:
        group.create_task(coroutine, **options)
    except (RuntimeError, TypeError) as error:
        print(repr(error))
    finally:
        coroutine.close()


async def fails():
    raise ValueError


async def main():
    group = asyncio.TaskGroup()
    print(group)
    refused(group)
    async with group:
        print(group)
        group.create_task(nothing())
        group.create_task(nothing())
        print(group)
        try:
            async with group:
                print("never here")
        except RuntimeError as error:
            print(repr(error))
        refused(group, wrong=1)
    print(group)
    refused(group)
    try:
        async with group:
            print("never here")
    except RuntimeError as error:
        print(repr(error))

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails())
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                print(group)
                refused(group)
                raise
    except ExceptionGroup as error:
        print(repr(error), group)

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(42)
    except ExceptionGroup as error:
        print(repr(error), group)


def outside():
    loop = asyncio.get_running_loop()
    group = asyncio.TaskGroup()
    try:
        group.__aenter__().send(None)
    except RuntimeError as error:
        print(repr(error))
    loop.stop()


if __name__ == "__main__":
    asyncio.run(main())
    loop = asyncio.new_event_loop()
    loop.call_soon(outside)
    loop.run_forever()
    loop.close()
    try:
        asyncio.TaskGroup().__aenter__().send(None)
    except RuntimeError as error:
        print(repr(error))
