"""asyncio.run closes the asynchronous generators that are still there, each in a task of its own, and reports what goes wrong."""
# recorder: repeats=20

import asyncio

kept = []


async def ticker(name, error=None, delay=0):
    try:
        yield 1
        yield 2
    except GeneratorExit:
        await asyncio.sleep(delay)
        print(name, "closed in", len(asyncio.all_tasks()), "tasks")
        if error is not None:
            raise error


async def ignores():
    try:
        yield 1
    except GeneratorExit:
        print("ignored")
        yield 2


def handler(loop, context):
    print("handler:", context["message"].split(" <")[0], repr(context["exception"]), context["asyncgen"].__name__)
    print(sorted(context))


async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    generators = [ticker("first"), ticker("fails", KeyError("k"), 0.01), ticker("cancels", asyncio.CancelledError())]
    generators += [ignores(), ticker("never begun")]
    kept.extend(generators)
    for generator in generators[:4]:
        async for _ in generator:
            break


if __name__ == "__main__":
    asyncio.run(main())
    for generator in kept[:4]:
        try:
            generator.__anext__().send(None)
        except (StopAsyncIteration, StopIteration) as error:
            print(generator.__name__, repr(error))
