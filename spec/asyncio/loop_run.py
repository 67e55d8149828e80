"""How an event loop turns, asked of real CPython on a clock that only this program moves: see spec/judge.py.

The clock is 1 ns later at each read, and a wait moves it as far as epoll would have waited. `since` gives the nanoseconds between
two moments of that clock, so it counts every read in between.
"""

import asyncio
import math
import selectors
import sys
import time

now = 0.0


def monotonic():
    global now
    now += 1e-9
    return now


time.monotonic = monotonic


class Poll:
    """What lies between EpollSelector and the kernel: real descriptors, simulated time."""

    def __init__(self, epoll):
        self.epoll = epoll

    def __getattr__(self, name):
        return getattr(self.epoll, name)

    def poll(self, timeout, maxevents):
        global now
        events = self.epoll.poll(0, maxevents)
        if events or timeout == 0:
            return events
        if timeout < 0:
            raise RuntimeError("the loop waits for ever")
        now += math.ceil(math.ceil(timeout * 1e9) / 1e6) / 1e3
        return self.epoll.poll(0, maxevents)


def new_loop():
    selector = selectors.EpollSelector()
    selector._selector = Poll(selector._selector)
    return asyncio.SelectorEventLoop(selector)


def since(start):
    return round((now - start) * 1e9)


def nothing(*args):
    pass


async def nap(times):
    for _ in range(times):
        await asyncio.sleep(0)


# ---- how often the clock is read: each function is a question, run in a loop, and yields its answer ---------------------------


def read_time(loop):
    loop.time()


def call_soon(loop):
    loop.call_soon(nothing)


def call_soon_threadsafe(loop):
    loop.call_soon_threadsafe(nothing)


def call_later(loop):
    loop.call_later(1, nothing)


def call_at(loop):
    loop.call_at(1, nothing)


def cancel_timer(loop):
    loop.call_at(1, nothing).cancel()


async def one_turn(loop):
    await asyncio.sleep(0)


async def three_turns(loop):
    await nap(3)


async def turn_with_timer(loop):
    loop.call_at(1, nothing)
    await asyncio.sleep(0)


async def turn_with_due_timer(loop):
    loop.call_at(0, nothing)
    await asyncio.sleep(0)


async def turn_after_threadsafe(loop):
    loop.call_soon_threadsafe(nothing)
    await nap(3)


async def short_sleep(loop):
    await asyncio.sleep(1e-9)


async def sleep_for_a_millisecond(loop):
    await asyncio.sleep(0.001)


async def sleep_for_9_milliseconds(loop):
    await asyncio.sleep(0.009)


async def sleep_for_a_second(loop):
    await asyncio.sleep(1)


async def sleep_for_two_days(loop):
    await asyncio.sleep(172800)


async def two_sleeps_at_once(loop):
    await asyncio.gather(asyncio.sleep(0.5), asyncio.sleep(0.5))


async def cancelled_root(loop):
    loop.call_later(0.25, nothing).cancel()
    await asyncio.sleep(0.5)


async def cancelled_before_the_end(loop):
    timer = loop.call_later(0.25, nothing)
    loop.call_later(0.1, timer.cancel)
    await asyncio.sleep(0.5)


async def await_a_task(loop):
    await loop.create_task(nap(1))


async def wait_for_in_time(loop):
    await asyncio.wait_for(nap(1), 1)


async def wait_for_too_long(loop):
    try:
        await asyncio.wait_for(asyncio.sleep(1), 0.5)
    except asyncio.TimeoutError:
        pass


async def timeout_in_time(loop):
    async with asyncio.timeout(1):
        await asyncio.sleep(0)


async def timeout_of_none(loop):
    async with asyncio.timeout(None):
        await asyncio.sleep(0)


async def timeout_at(loop):
    async with asyncio.timeout_at(1):
        await asyncio.sleep(0)


async def timeout_too_long(loop):
    try:
        async with asyncio.timeout(0.5):
            await asyncio.sleep(1)
    except asyncio.TimeoutError:
        pass


async def timeout_moved(loop):
    async with asyncio.timeout(1) as timeout:
        timeout.reschedule(2)
        timeout.reschedule(None)


async def debug_turn(loop):
    loop.set_debug(True)
    await asyncio.sleep(0)


async def debug_handles(loop):
    loop.set_debug(True)
    await asyncio.sleep(0)
    loop.call_soon(nothing)
    loop.call_soon(nothing)
    await asyncio.sleep(0)


async def debug_cancelled_handle(loop):
    loop.set_debug(True)
    await asyncio.sleep(0)
    loop.call_soon(nothing).cancel()
    await asyncio.sleep(0)


async def debug_cancelled_timer(loop):
    loop.set_debug(True)
    loop.call_at(0, nothing).cancel()
    timer = loop.call_at(0, nothing)
    loop.call_at(-1, timer.cancel)
    await nap(2)


async def debug_cancelled_sleep(loop):
    loop.set_debug(True)
    task = loop.create_task(asyncio.sleep(1e-9))
    await asyncio.sleep(0)
    loop.call_at(-1, task.cancel)
    await nap(4)


CLOCK = [read_time, call_soon, call_soon_threadsafe, call_later, call_at, cancel_timer, one_turn, three_turns, turn_with_timer]
CLOCK += [turn_with_due_timer, turn_after_threadsafe, short_sleep, sleep_for_a_millisecond, sleep_for_9_milliseconds]
CLOCK += [sleep_for_a_second, sleep_for_two_days, two_sleeps_at_once, cancelled_root, cancelled_before_the_end, await_a_task]
CLOCK += [wait_for_in_time, wait_for_too_long, timeout_in_time, timeout_of_none, timeout_at, timeout_too_long, timeout_moved]
CLOCK += [debug_turn, debug_handles, debug_cancelled_handle, debug_cancelled_timer, debug_cancelled_sleep]


def count_reads(question):
    """The nanoseconds that pass between the beginning and the end of a coroutine that does what is asked; None where it cannot."""
    global now
    now = 0.0
    if "timeout_" in question.__name__ and sys.version_info < (3, 11):
        return None

    async def main():
        start = now
        done = question(loop)
        if done is not None:
            await done
        return since(start)

    loop = new_loop()
    try:
        return loop.run_until_complete(main())
    finally:
        loop.close()


# ---- what a whole run costs ----------------------------------------------------------------------------------------------------


def run_until_complete():
    loop = new_loop()
    loop.run_until_complete(nap(0))
    loop.close()
    return since(0)


def stop_before_running():
    loop = new_loop()
    loop.stop()
    loop.run_forever()
    loop.close()
    return since(0)


def stop_with_timer():
    loop = new_loop()
    loop.call_at(1, nothing)
    loop.stop()
    loop.run_forever()
    loop.close()
    return since(0)


def run():
    asyncio.set_event_loop_policy(Policy())
    asyncio.run(nap(0))
    return since(0)


def run_debug():
    asyncio.set_event_loop_policy(Policy())
    asyncio.run(nap(0), debug=True)
    return since(0)


class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        return new_loop()


# ---- order ---------------------------------------------------------------------------------------------------------------------


def added_handles_wait():
    """Handles that a callback adds run in the next iteration, after those that were there, and so on."""
    loop, seen = new_loop(), []

    def parent(name, depth):
        seen.append(name)
        if depth > 0:
            for child in "ab":
                loop.call_soon(parent, name + child, depth - 1)

    loop.call_soon(parent, "x", 2)
    loop.call_soon(parent, "y", 2)
    loop.call_later(0.01, loop.stop)
    loop.run_forever()
    loop.close()
    return seen


def timers_after_ready():
    loop, seen = new_loop(), []
    loop.call_at(0, seen.append, "timer at 0")
    loop.call_at(-1, seen.append, "timer at -1")
    loop.call_soon(seen.append, "soon")
    loop.call_soon_threadsafe(seen.append, "threadsafe")
    loop.call_soon(loop.stop)
    loop.run_forever()
    loop.close()
    return seen


def stop_finishes_the_iteration():
    loop, seen = new_loop(), []
    loop.call_soon(seen.append, "before")
    loop.call_soon(loop.stop)
    loop.call_soon(lambda: loop.call_soon(seen.append, "next iteration"))
    loop.call_soon(seen.append, "after")
    loop.run_forever()
    seen.append("|")
    loop.stop()
    loop.run_forever()
    loop.close()
    return seen


def exit_leaves_the_rest():
    """After SystemExit the rest of the iteration stands in front of the queue, and stop() is forgotten."""
    loop, seen = new_loop(), []

    def leave():
        loop.call_soon(seen.append, "added before it left")
        loop.stop()
        raise SystemExit(3)

    loop.call_soon(seen.append, "before")
    loop.call_soon(leave)
    loop.call_soon(seen.append, "rest")
    try:
        loop.run_forever()
    except SystemExit as error:
        seen.append("left with %d, running: %s" % (error.code, loop.is_running()))
    loop.call_soon(seen.append, "called since")
    loop.call_soon(loop.call_soon, loop.stop)
    loop.run_forever()
    loop.close()
    return seen


def cancelled_in_the_same_iteration():
    loop, seen = new_loop(), []
    handles = []
    loop.call_soon(lambda: handles[1].cancel())
    handles.append(loop.call_soon(seen.append, "first"))
    handles.append(loop.call_soon(seen.append, "second"))
    handles.append(loop.call_soon(seen.append, "third"))
    loop.call_soon(lambda: handles[0].cancel())
    loop.call_soon(loop.stop)
    loop.run_forever()
    loop.close()
    return seen + [handle.cancelled() for handle in handles]


def timers_within_a_millisecond():
    """All timers up to the moment at which epoll returns are due in one iteration; what they call comes after all of them."""
    loop, seen = new_loop(), []

    def timer(name):
        seen.append(name)
        loop.call_soon(seen.append, "called by " + name)

    for delay in (0.0101, 0.0109, 0.0105, 0.0111):
        loop.call_at(delay, timer, str(delay))
    loop.call_at(0.02, loop.stop)
    loop.run_forever()
    loop.close()
    return seen


# ---- cleaning the heap ---------------------------------------------------------------------------------------------------------


def purge(timers, cancelled):
    """How many timers are left in the heap after one iteration, when some, though not the earliest, have been cancelled."""
    loop = new_loop()
    handles = [loop.call_at(100 + number, nothing) for number in range(timers)]
    for handle in handles[1 : cancelled + 1]:
        handle.cancel()
    loop.stop()
    loop.run_forever()
    left = [len(loop._scheduled), loop._timer_cancelled_count]
    loop.close()
    return left


def cancelled_roots():
    """Cancelled timers at the root go in each iteration, however few they are."""
    loop = new_loop()
    handles = [loop.call_at(100 + number, nothing) for number in range(5)]
    left = []
    for number in (1, 0, 3):
        handles[number].cancel()
        loop.stop()
        loop.run_forever()
        left.append([len(loop._scheduled), loop._timer_cancelled_count])
    loop.close()
    return left


def drifting_count():
    """A cancelled timer that leaves the heap because it is due is still counted, so that later the heap is cleaned too early."""
    loop = new_loop()
    loop.call_at(-3, loop.stop)
    early = [loop.call_at(-2, nothing) for _ in range(30)]
    late = [loop.call_at(100 + number, nothing) for number in range(101)]
    for handle in early:
        handle.cancel()
    loop.run_forever()
    left = [[len(loop._scheduled), loop._timer_cancelled_count]]
    for handle in late[1:22]:
        handle.cancel()
    loop.stop()
    loop.run_forever()
    left.append([len(loop._scheduled), loop._timer_cancelled_count])
    loop.close()
    return left


def cancelled_after_it_ran():
    """A timer that is no longer in the heap is not counted when it is cancelled, and neither is a second cancel()."""
    loop = new_loop()
    ran = loop.call_at(-1, loop.stop)
    left = loop.call_at(100, nothing)
    loop.call_at(99, nothing)
    loop.run_forever()
    ran.cancel()
    left.cancel()
    left.cancel()
    count = loop._timer_cancelled_count
    loop.close()
    return [count, ran.cancelled(), left.cancelled()]


# ---- nested runs ---------------------------------------------------------------------------------------------------------------


def nested(inner_of):
    """A loop that is refused inside a running one: its error, what the outer loop is then, and whether the outer run ends."""
    outer, seen = new_loop(), []
    inner = inner_of(outer)

    async def main():
        for run in (lambda: inner.run_until_complete(outer.create_future()), inner.run_forever):
            try:
                run()
            except RuntimeError as error:
                seen.append(str(error))
            seen.append([outer.is_running(), inner.is_running(), asyncio._get_running_loop() is outer])
        await asyncio.sleep(0)
        return "end"

    seen.append(outer.run_until_complete(main()))
    seen.append([outer.is_running(), asyncio._get_running_loop() is None])
    outer.close()
    return seen


def nested_same_loop():
    return nested(lambda outer: outer)


def nested_other_loop():
    return nested(lambda outer: new_loop())


def nested_closed_loop():
    def closed_loop(outer):
        loop = new_loop()
        loop.close()
        return loop

    return nested(closed_loop)


def run_again_after_nested():
    """In 3.13.0 a loop that was told that it does not run can be run once more from inside."""
    loop, seen = new_loop(), []

    async def main():
        for _ in range(2):
            loop.call_soon(loop.stop)
            loop.call_soon(seen.append, "handle")
            try:
                loop.run_forever()
                seen.append("ran")
            except RuntimeError as error:
                seen.append(str(error))
        return "end"

    seen.append(loop.run_until_complete(main()))
    loop.close()
    return seen


RUNS = [run_until_complete, stop_before_running, stop_with_timer, run, run_debug]
ORDERS = [added_handles_wait, timers_after_ready, stop_finishes_the_iteration, exit_leaves_the_rest]
ORDERS += [cancelled_in_the_same_iteration, timers_within_a_millisecond]
HEAPS = [cancelled_roots, drifting_count, cancelled_after_it_ran]
NESTED = [nested_same_loop, nested_other_loop, nested_closed_loop, run_again_after_nested]
PURGES = [(100, 99), (101, 50), (101, 51), (102, 51), (102, 52), (103, 51), (103, 52), (200, 100), (200, 101), (101, 100)]


def answers():
    global now
    found = [[question.__name__, count_reads(question)] for question in CLOCK]
    for question in RUNS + ORDERS + HEAPS + NESTED:
        now = 0.0
        found.append([question.__name__, question()])
    return found + [["purge %d %d" % numbers, purge(*numbers)] for numbers in PURGES]
