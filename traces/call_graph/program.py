"""What awaits what: the graph that asyncio.capture_call_graph gives, and its text, without the call stacks."""

# recorder: python>=3.14

import asyncio


def tree(graph):
    future = graph.future
    name = future.get_name() if isinstance(future, asyncio.Task) else type(future).__name__
    parents = sorted(map(tree, graph.awaited_by))
    return name + ("" if not parents else " <- (" + ", ".join(parents) + ")")


async def looks(label):
    graph = asyncio.capture_call_graph(limit=0)
    print(label, tree(graph), graph.call_stack)
    await asyncio.sleep(0)


async def awaits(awaitable):
    return await awaitable


def start(coroutine, name):
    return asyncio.create_task(coroutine, name=name)


async def main():
    await looks("alone:")
    await awaits(start(looks("awaited:"), "child"))
    inner = start(looks("by two:"), "inner")
    await asyncio.gather(start(awaits(inner), "one"), start(awaits(inner), "two"))
    await asyncio.gather(start(looks("gather:"), "child"), asyncio.sleep(0))
    await asyncio.wait([start(looks("wait:"), "child")])
    await asyncio.shield(start(looks("shield:"), "child"))
    await asyncio.wait_for(start(looks("wait_for:"), "child"), 1)
    for coroutine in asyncio.as_completed([start(looks("as_completed:"), "child")]):
        await coroutine
    async with asyncio.TaskGroup() as group:
        group.create_task(looks("group:"), name="child")
        await asyncio.sleep(0)

    # A bare future, and what was told by hand.
    future = asyncio.get_running_loop().create_future()
    print(tree(asyncio.capture_call_graph(future)), asyncio.capture_call_graph(future).future is future)
    waiting = start(awaits(future), "waiting")
    await asyncio.sleep(0)
    print(tree(asyncio.capture_call_graph(future)))
    asyncio.future_add_to_awaited_by(future, asyncio.current_task())
    print(tree(asyncio.capture_call_graph(future)))
    asyncio.future_discard_from_awaited_by(future, asyncio.current_task())
    asyncio.future_discard_from_awaited_by(future, asyncio.current_task())
    asyncio.future_add_to_awaited_by(future, 42)
    print(tree(asyncio.capture_call_graph(future)))
    print(asyncio.format_call_graph(future, limit=0))
    asyncio.print_call_graph(waiting, limit=0)
    future.set_result(None)
    print(tree(asyncio.capture_call_graph(future)))
    await waiting
    print(tree(asyncio.capture_call_graph(future)), tree(asyncio.capture_call_graph(waiting)))

    # Deep.
    innermost = start(asyncio.sleep(0.01), "innermost")
    middle = start(awaits(innermost), "middle")
    outermost = start(awaits(middle), "outermost")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    asyncio.print_call_graph(innermost, limit=0)
    await outermost
    try:
        asyncio.capture_call_graph(42)
    except TypeError as error:
        print(error)
    asyncio.get_running_loop().call_soon(lambda: print(asyncio.capture_call_graph(), repr(asyncio.format_call_graph())))
    await asyncio.sleep(0)


if __name__ == "__main__":
    asyncio.run(main())
    try:
        asyncio.capture_call_graph()
    except RuntimeError as error:
        print(error)
