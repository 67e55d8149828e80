"""What every program of the fuzzer begins with: it notes what can be observed, and it runs its loops to a clean end."""

import asyncio
import concurrent.futures
import contextvars
import gc
import threading
import time
import warnings

# A warning is written when an object is freed, which the simulator does not know.
warnings.simplefilter("ignore")

VARIABLE = contextvars.ContextVar("variable", default="-")
CONTEXT = contextvars.Context()
# By number: what the program makes. A program that asks for something before it was made gets a KeyError.
loops, tasks, futures, handles, limits, submissions, threads = {}, {}, {}, {}, {}, {}, {}
locks, events, conditions = {}, {}, {}
# What was told when objects were freed. It is printed at the end, since a print is something between which other threads can come.
late = []
# The tasks in which some coroutine of the program has begun, in that order.
begun = []


def loop(number):
    return loops[number]


def task(number):
    return tasks[number]


def future(number):
    return futures[number]


def handle(number):
    return handles[number]


def limit(number):
    return limits[number]


def submission(number):
    return submissions[number]


def thread(number):
    return threads[number]


def lock(number):
    return locks[number]


def event(number):
    return events[number]


def condition(number):
    return conditions[number]


def failed(args):
    """What is told of an exception that leaves a thread: without a traceback, whose lines the simulator has not."""
    note("thread failed", args.exc_value)


def share():
    """Makes what threads share."""
    threading.excepthook = failed
    for number in range(2):
        locks[number], events[number] = threading.Lock(), threading.Event()
        conditions[number] = threading.Condition()


def holding_condition(number, name, *args):
    """Calls a method of a condition that is held meanwhile."""
    with conditions[number]:
        return getattr(conditions[number], name)(*args)


def crowd(count, cancelled):
    """So many timers, of which the first ones are cancelled; with enough of them, the loop cleans its heap."""
    made = [asyncio.get_running_loop().call_later(0.001 * (number % 7), show, number) for number in range(count)]
    for timer in made[:cancelled]:
        timer.cancel()


def show(value):
    if isinstance(value, BaseException):
        return repr(value) + ("" if value.__cause__ is None else " from " + show(value.__cause__))
    if isinstance(value, list):
        return "[" + ", ".join(show(item) for item in value) + "]"
    return repr(value)


def where():
    """The name of the current task; of the thread, where there is none."""
    running = asyncio._get_running_loop()
    current = None if running is None else asyncio.current_task()
    return threading.current_thread().name if current is None else current.get_name()


def note(label, *values):
    """Prints the time in nanoseconds, a label, where that is, the context's variable, and values."""
    print(round(time.monotonic() * 1e9), label, where(), VARIABLE.get(), *[show(value) for value in values])


def current():
    """The current task."""
    return asyncio.current_task()


def begin():
    """The first thing that a coroutine does: its task is remembered."""
    current = asyncio.current_task()
    if current not in begun:
        begun.append(current)


def nanoseconds(seconds):
    return round(seconds * 1e9)


def state(one):
    """What can be seen of a future or a task."""
    if not one.done():
        return "pending"
    return "cancelled" if one.cancelled() else "finished"


async def shielded(inner):
    """Awaits a task through a future of its own, so that a cancellation does not reach the task."""
    outer = inner.get_loop().create_future()

    def copy(done):
        if not outer.done():
            outer.set_result(state(done))

    inner.add_done_callback(copy)
    return await outer


def complete(one, value):
    """Gives a future a result, if it has none yet."""
    if not one.done():
        one.set_result(value)


def handler(_loop, context):
    """What nobody looked at is told when it is freed, which is later here than there; the rest is told in its place."""
    message, exception = context["message"], context.get("exception")
    if "was never retrieved" in message or "was destroyed" in message:
        late.append("late: %s %s" % (message, show(exception)))
    else:
        note("handler", message, exception)


def attempt(run, *args):
    """Calls a method of the loop, and notes what leaves it."""
    try:
        note("left", run(*args))
    except (Exception, asyncio.CancelledError, SystemExit, KeyboardInterrupt) as error:
        note("left", error)


def settle(own):
    """Cancels what has not ended, again and again, until the last timers of a loop have fired and nothing is left."""
    for _ in range(10):
        attempt(own.run_until_complete, asyncio.sleep(1))
        unseen = [one for one in tasks.values() if one not in begun]
        left = [one for one in begun + unseen if not one.done() and one.get_loop() is own]
        if not left:
            break
        for one in left:
            one.cancel()


def forget():
    """Frees all that the program has made, so that what nobody looked at is told. Where there are no references to count, it is told without."""
    for made in loops, tasks, futures, handles, limits, submissions, threads, begun:
        made.clear()
    gc.collect()
    for line in late:
        print(line)
    late.clear()


def play(number, main, bare, until, look):
    """Runs a loop with its main task for a second at most; then all that is left is ended."""
    own = loops[number]
    own.set_exception_handler(handler)
    for name in bare:
        futures[name] = own.create_future()
    tasks[number] = own.create_task(main(), name="main%d" % number)
    stopping = own.call_later(1, own.stop)
    if until:
        attempt(own.run_until_complete, tasks[number])
    else:
        attempt(own.run_forever)
    stopping.cancel()
    settle(own)
    if look:
        for kind in tasks, futures:
            for name, one in list(kind.items()):
                if one.get_loop() is own:
                    note("end", name, one.exception() if state(one) == "finished" else None, state(one))
    own.close()
