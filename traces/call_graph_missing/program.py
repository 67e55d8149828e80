"""The call graph functions came with 3.14."""

import asyncio


async def main():
    task = asyncio.current_task()
    for make in (
        lambda: asyncio.capture_call_graph(task, limit=0),
        lambda: asyncio.format_call_graph(task, limit=0),
        lambda: asyncio.print_call_graph(task, limit=0),
        lambda: asyncio.FutureCallGraph(task, (), ()).future,
        lambda: asyncio.future_add_to_awaited_by(task, task),
        lambda: asyncio.future_discard_from_awaited_by(task, task),
    ):
        try:
            print(make() is None)
        except AttributeError as error:
            print(error)


if __name__ == "__main__":
    asyncio.run(main())
