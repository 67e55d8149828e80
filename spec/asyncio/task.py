"""What real CPython's tasks do when they wait for themselves, for each other, for another loop, or in a context that is in use: see spec/judge.py."""

import asyncio
import contextvars
import logging
import re
import sys

# Nothing may be told of what is left over.
logging.getLogger("asyncio").disabled = True


class Loop(asyncio.SelectorEventLoop):
    """A loop that notes what its exception handler is told of callbacks."""

    def __init__(self):
        super().__init__()
        self.seen = []
        self.set_exception_handler(self.handle)

    def handle(self, loop, context):
        if "handle" in context:
            self.seen += [anonymous(context["message"]), anonymous(repr(context["handle"])), text(context["exception"])]

    def turn(self, times):
        """So many iterations."""
        for _ in range(times):
            self.stop()
            self.run_forever()


def anonymous(text):
    text = re.sub(r"0x[0-9a-f]+", "0x..", text)
    return re.sub(r"name='Task-\d+' coro=<[\w.<>]+\(\) running at [^>]*>", "..", text)


def text(error):
    return "%s: %s" % (type(error).__name__, anonymous(str(error)))


def failure(call):
    try:
        return anonymous(repr(call()))
    except Exception as error:
        return text(error)


async def outcome(awaitable):
    try:
        return await awaitable
    except Exception as error:
        return text(error)


def ring_text():
    """Two tasks that wait for each other, and a future that is its own result, print themselves."""
    loop, tasks = Loop(), []

    async def wait(other):
        return await tasks[other]

    tasks += [loop.create_task(wait(1)), loop.create_task(wait(0))]
    loop.turn(2)
    future = loop.create_future()
    future.set_result(future)
    waiting = loop.create_task(wait(0))
    loop.turn(2)
    return [failure(lambda: tasks[0]), failure(lambda: future), failure(lambda: waiting)]


def ring_cancelled():
    loop, tasks = Loop(), []

    async def wait(other):
        return await tasks[other]

    tasks += [loop.create_task(wait(1)), loop.create_task(wait(2)), loop.create_task(wait(0))]
    loop.turn(2)
    found = [failure(tasks[0].cancel)]
    loop.turn(3)
    return found + [task.done() for task in tasks]


def awaits_itself():
    """It stays marked as awaited, so that nobody else can wait for it while it is pending."""
    loop, found = Loop(), []

    async def main():
        for _ in range(3):
            found.append(await outcome(task))
        await asyncio.sleep(0)
        return "end"

    async def other():
        found.append(["other", await outcome(task)])

    task = loop.create_task(main())
    loop.create_task(other())
    loop.turn(1)
    later = loop.create_task(other())
    loop.turn(6)
    return found + [failure(task.result), later.done()]


def awaits_another_loop():
    """A future of another loop is refused, and from then on cannot be awaited in its own either, until it is done."""
    loop, home, found = Loop(), Loop(), []
    future = home.create_future()

    async def main():
        found.append(await outcome(future))

    for where in (loop, loop, home):
        where.create_task(main())
        where.turn(3)
    future.set_result("value")
    for where in (home, loop):
        where.create_task(main())
        where.turn(3)
    return found


def taken_context():
    """A task or a callback whose context is in use is not run: the loop is told, and goes on."""
    loop, context, found = Loop(), contextvars.Context(), []

    async def child():
        found.append("child runs")

    async def main():
        if sys.version_info >= (3, 11):
            task = loop.create_task(child(), context=context)
        else:
            task = None
        loop.call_soon(found.append, "called", context=context)
        loop.call_soon(found.append, "called in another")
        for _ in range(3):
            await asyncio.sleep(0)
        return task is None or [task.done(), task.cancel(), failure(task.result)]

    context.run(lambda: found.append(loop.run_until_complete(main())))
    return loop.seen + found


def cancelled_in_a_ring():
    """A cancellation that is to go on to a ring of tasks fails in the step: the loop is told."""
    loop, tasks, found = Loop(), [], []

    async def wait(other):
        return await tasks[other]

    async def cancels_itself():
        asyncio.current_task().cancel()
        await tasks[0]

    tasks += [loop.create_task(wait(1)), loop.create_task(wait(0))]
    loop.turn(2)
    task = loop.create_task(cancels_itself())
    loop.turn(3)
    return [loop.seen[2:], task.done(), found]


QUESTIONS = [ring_text, ring_cancelled, awaits_itself, awaits_another_loop, taken_context, cancelled_in_a_ring]


def answers():
    return [[question.__name__, question()] for question in QUESTIONS]
