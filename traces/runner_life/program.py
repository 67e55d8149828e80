"""asyncio.Runner: when its loop is made, what a run may be given, and what its end cancels."""
# recorder: python>=3.11

import asyncio
import contextvars

VARIABLE = contextvars.ContextVar("VARIABLE", default="default")


async def tell(label):
    print(label, VARIABLE.get(), asyncio.get_running_loop().get_debug())
    VARIABLE.set(label)
    return label


async def leaves_task():
    async def left():
        try:
            await asyncio.sleep(1)
        finally:
            print("left task ends")

    global task
    task = asyncio.create_task(left())
    await asyncio.sleep(0)


async def nested(runner):
    coroutine = tell("never")
    try:
        runner.run(coroutine)
    except RuntimeError as error:
        print(repr(error))
    coroutine.close()


def refuse(function, *args):
    try:
        function(*args)
    except (RuntimeError, TypeError, ValueError) as error:
        print(repr(error))


async def fails():
    raise KeyError("main")


if __name__ == "__main__":
    VARIABLE.set("outside")
    runner = asyncio.Runner()
    loop = runner.get_loop()
    print(loop, asyncio.get_event_loop() is loop, runner.get_loop() is loop)
    print(runner.run(tell("first")))
    context = contextvars.copy_context()
    print(runner.run(tell("second"), context=context), context[VARIABLE], VARIABLE.get())
    print(runner.run(tell("third")))
    try:
        runner.run(fails())
    except KeyError as error:
        print(repr(error))
    runner.run(nested(runner))
    refuse(runner.run, 42)
    runner.run(leaves_task())
    print("between runs", task)
    runner.close()
    print(task, loop)
    runner.close()
    refuse(runner.get_loop)
    refuse(runner.__enter__)
    coroutine = tell("never")
    refuse(runner.run, coroutine)
    coroutine.close()

    with asyncio.Runner(debug=True) as runner:
        runner.run(tell("debug"))
    with asyncio.Runner() as runner:
        print("not used")
    print(loop.is_closed())
    # A runner that was never used has nothing to close.
    asyncio.Runner().close()
