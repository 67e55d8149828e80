"""What every program of the fuzzer begins with: it notes what can be observed, and it runs its loops to a clean end."""

import asyncio
import concurrent.futures
import contextvars
import gc
import queue
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
# More of what threads share, by kind and number.
shared_things = {}
# asyncio's locks and queues, by kind and number.
primitives = {}
# Pools of threads, by number.
pools = {}
# Asynchronous generators, by loop and number.
producers = {}
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
        shared_things["semaphore", number] = threading.Semaphore(number)
        shared_things["bounded", number] = threading.BoundedSemaphore(number + 1)
        shared_things["barrier", number] = threading.Barrier(2)
        shared_things["queue", number] = queue.Queue(number + 1)
        shared_things["lifo", number] = queue.LifoQueue(2 - number)
        shared_things["priority", number] = queue.PriorityQueue(number)
        shared_things["simple", number] = queue.SimpleQueue()


def shared(kind, number):
    """A semaphore, barrier or queue of threads."""
    return shared_things[kind, number]


def alive():
    """The names of all threads that there are."""
    return [thread.name for thread in threading.enumerate()]


def timer(delay, label):
    """Starts a timer that notes its label."""
    threading.Timer(delay, note, [label]).start()


def pool(number):
    """A pool of threads, which is made when somebody first asks for it."""
    if number not in pools:
        pools[number] = concurrent.futures.ThreadPoolExecutor(number + 1, "pool%d" % number)
    return pools[number]


def job(label, delay, end):
    """What pools do."""
    note(label, "works")
    if delay > 0:
        time.sleep(delay)
    if end == "error":
        raise ValueError(label)
    if end == "cancelled":
        raise concurrent.futures.CancelledError(label)
    return end


def over(fs, timeout, when):
    """Waits for several futures of threads, and tells of each whether it was over by then."""
    done, not_done = concurrent.futures.wait(fs, timeout=timeout, return_when=when)
    return [[one in done for one in fs], len(done), len(not_done)]


def following(label, fs, timeout):
    """Notes futures of threads as they complete."""
    for one in concurrent.futures.as_completed(fs, timeout=timeout):
        note(label, fs.index(one))
    return "all"


def mapped(number, label, delays, end, timeout):
    """The results of a pool for several delays."""
    return list(pool(number).map(job, [label] * 3, delays, [end] * 3, timeout=timeout))


def holding_condition(number, name, *args):
    """Calls a method of a condition that is held meanwhile."""
    with conditions[number]:
        return getattr(conditions[number], name)(*args)


MAKERS = {
    "Event": lambda _number: asyncio.Event(),
    "Lock": lambda _number: asyncio.Lock(),
    "Condition": lambda _number: asyncio.Condition(),
    "Semaphore": asyncio.Semaphore,
    "BoundedSemaphore": lambda number: asyncio.BoundedSemaphore(number + 1),
    "Barrier": lambda number: asyncio.Barrier(number + 2),
    "Queue": asyncio.Queue,
    "PriorityQueue": lambda number: asyncio.PriorityQueue(number + 1),
    "LifoQueue": lambda number: asyncio.LifoQueue(2 - number),
}


def primitive(kind, number):
    """One of asyncio's locks and queues, which is made when somebody first asks for it."""
    if (kind, number) not in primitives:
        primitives[kind, number] = MAKERS[kind](number)
    return primitives[kind, number]


async def produce(label, resists):
    """Emits some numbers, notes what it is sent, and tells of what is raised in it."""
    for turn in range(4):
        try:
            note(label, "sent", (yield turn))
            await asyncio.sleep(0.002 * turn)
        except (ValueError, GeneratorExit, asyncio.CancelledError) as error:
            if asyncio._get_running_loop() is None:
                # It is freed with the program.
                raise
            note(label, "caught", error)
            await asyncio.sleep(0.001)
            note(label, "slept")
            if not resists:
                raise
    note(label, "end")


async def stepped(number, way):
    """Resumes one of the loop's generators, which is made when somebody first asks for it. The odd ones resist."""
    key = asyncio.get_running_loop(), number
    if key not in producers:
        producers[key] = produce("producer%d" % number, number % 2 == 1)
    one = producers[key]
    try:
        if way == "anext":
            return await one.__anext__()
        if way == "asend":
            return await one.asend(way)
        if way == "athrow":
            return await one.athrow(ValueError(way))
        if way == "aclose":
            return await one.aclose()
        return [turn async for turn in one]
    except (StopAsyncIteration, RuntimeError, ValueError) as error:
        return repr(error)


async def abandoned(label, last):
    """Iterates a generator of its own, and leaves it before its end, when nothing refers to it any more."""
    async for turn in produce(label, last == 1):
        note(label, turn)
        if turn == last:
            break
    return last


async def holding_primitive(one, name):
    """Calls a method of an asyncio condition that is held meanwhile."""
    async with one:
        result = getattr(one, name)()
        return await result if name == "wait" else result


def fresh(kind, number):
    """A new lock or queue."""
    return MAKERS[kind](number)


async def held(one):
    """Holds a lock for two iterations."""
    async with one as entered:
        note("holds", entered)
        await asyncio.sleep(0)
        await asyncio.sleep(0)


async def member(label, coro):
    """One task of a contest: it notes how its wait ends."""
    begin()
    try:
        note(label, await coro)
    except (Exception, asyncio.CancelledError) as error:
        note(label, error)


async def contest(label, crew, script):
    """Gives way, or does something to the object or to the tasks that want it, step by step; then the tasks are cancelled."""
    for step in script:
        if step is None:
            await asyncio.sleep(0)
        else:
            note(label, tried(step))
    for _ in range(3):
        await asyncio.sleep(0.003)
        for one in crew:
            one.cancel()
    return [state(one) for one in crew]


def glance(one):
    """What can be seen of a lock or queue: its repr, from the first bracket on."""
    return str(one).split("[", 1)[-1]


def tried(call):
    """What a call returns or raises."""
    try:
        return call()
    except Exception as error:
        return error


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


def eagerly(loop, coro, **options):
    """A task factory whose tasks begin at once, where the version has such; but not in a context that may be entered already, which no loop survives."""
    if options.get("context") is not None or not hasattr(asyncio, "eager_task_factory"):
        return asyncio.Task(coro, loop=loop, **options)
    return asyncio.eager_task_factory(loop, coro, **options)


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


async def waited(fs, timeout, when):
    """Waits for several, and tells of each whether it was done by then."""
    done, pending = await asyncio.wait(fs, timeout=timeout, return_when=when)
    return [[one in done for one in fs], len(done), len(pending)]


async def completed(label, fs, timeout, asynchronously):
    """Notes what is completed, one after the other; a cancellation leaves."""
    iterator = asyncio.as_completed(fs, timeout=timeout)
    if asynchronously and not hasattr(iterator, "__aiter__"):
        raise TypeError("'async for' requires an object with __aiter__ method, got generator")
    if asynchronously:
        async for one in iterator:
            note(label, fs.index(one) if one in fs else None, state(one))
        return "all"
    for one in iterator:
        try:
            note(label, await one)
        except Exception as error:
            note(label, error)
    return "all"


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
    for made in loops, tasks, futures, handles, limits, submissions, threads, primitives, producers, begun:
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
