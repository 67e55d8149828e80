"""asyncio.Runner: several runs on one loop, with one context of its own."""
# recorder: python>=3.11

import asyncio
import contextvars

VARIABLE = contextvars.ContextVar("VARIABLE", default="default")


async def report(label):
    print(label, asyncio.current_task().get_name(), VARIABLE.get())
    VARIABLE.set(label)
    return asyncio.get_running_loop()


if __name__ == "__main__":
    with asyncio.Runner() as runner:
        first = runner.run(report("first"))
        second = runner.run(report("second"))
        print("one loop:", first is second, first is runner.get_loop())
    print("outside:", VARIABLE.get(), "closed:", first.is_closed())
