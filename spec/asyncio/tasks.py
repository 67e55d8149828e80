"""Random programs of tasks, futures and callbacks, run by real CPython on a clock that only this program moves: see spec/judge.py.

Questions: seeds. Answers: what the program noted, with the nanosecond, and how everything stands when it is stopped. The program of a seed
is written down by `Game`; tasks.spec.ts writes down the same one and runs it in the simulator.
"""

import asyncio
import logging
import math
import os
import re
import selectors
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "builtins"))

from questions import Dice

logging.getLogger("asyncio").disabled = True
SEEDS = range(1, 241)
DELAYS = [0, 0.001, 0.002, 0.005, 0.009, 0.01]
MINOR = sys.version_info[1]
# Tasks that wait for each other in a ring are cancelled as deep as the C stack allows, which differs between builds: the count is cut here.
DEPTH = 992
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
        if not events and timeout > 0:
            now += math.ceil(math.ceil(timeout * 1e9) / 1e6) / 1e3
        return events


class Game:
    def __init__(self, seed):
        dice = self.dice = Dice(seed)
        self.notes = []
        self.loop = self.new_loop()
        self.futures = [self.loop.create_future() for _ in range(1 + dice.below(3))]
        scripts = [self.script(dice) for _ in range(2 + dice.below(4))]
        self.tasks = [self.loop.create_task(self.body(number, script)) for number, script in enumerate(scripts)]
        self.loop.set_exception_handler(self.handle)

    def new_loop(self):
        selector = selectors.EpollSelector()
        selector._selector = Poll(selector._selector)
        return asyncio.SelectorEventLoop(selector)

    def script(self, dice):
        """Steps: what to do, a number, a delay, and what is done with an exception."""
        return [[dice.below(18), dice.below(8), DELAYS[dice.below(6)], dice.below(4)] for _ in range(1 + dice.below(6))]

    def text(self, error):
        """An exception's class and arguments, without the reprs in its text."""
        return "%s%s" % (type(error).__name__, [re.sub("<.*", "<..>", str(arg)) for arg in error.args])

    def note(self, text):
        self.notes.append("%d %s" % (round(now * 1e9), text))

    def handle(self, loop, context):
        # What is told when objects are freed depends on the moment at which they are.
        if "handle" in context:
            self.note("handler: %s" % self.text(context["exception"]))

    def future(self, number):
        return self.futures[number % len(self.futures)]

    def task(self, number):
        return self.tasks[number % len(self.tasks)]

    async def body(self, number, script):
        self.note("task %d begins" % number)
        for at, (kind, which, delay, mode) in enumerate(script):
            name = "%d.%d" % (number, at)
            try:
                result = await self.step(name, kind, which, delay)
                if result is not None:
                    self.note("%s gives %s" % (name, result))
            except (asyncio.CancelledError, Exception) as error:
                self.note("%s raises %s" % (name, self.text(error)))
                if mode == 0:
                    continue
                if mode == 1:
                    await asyncio.sleep(0)
                    self.note("%s is cleaned up" % name)
                if mode < 3 or isinstance(error, asyncio.CancelledError):
                    raise
        return number

    async def step(self, name, kind, which, delay):
        future, task, loop = self.future(which), self.task(which), self.loop
        if kind == 0:
            return await asyncio.sleep(delay, name)
        if kind == 1:
            return await asyncio.sleep(0)
        if kind in (2, 3):
            return await future
        if kind == 4:
            return future.set_result(name)
        if kind == 5:
            return future.set_exception(ValueError(name))
        if kind == 6:
            return future.cancel()
        if kind == 7:
            return task.cancel() if MINOR == 8 or which < 4 else task.cancel(name)
        if kind == 8:
            loop.call_soon(self.note, "%s called soon" % name)
            return None
        if kind == 9:
            loop.call_later(delay, self.note, "%s called later" % name)
            return None
        if kind == 10:
            return await task
        if kind == 11:
            raise ValueError(name)
        if kind == 12:
            return await asyncio.wait_for(future, delay)
        if kind == 13:
            return await asyncio.wait_for(asyncio.sleep(DELAYS[which % 6], name), delay)
        if kind == 14:
            return str(await asyncio.gather(future, asyncio.sleep(delay, name), return_exceptions=which % 2 == 0)).count(",")
        if kind == 15:
            future.add_done_callback(lambda done: self.note("%s called back: %s" % (name, done.cancelled())))
            return None
        if kind == 16:
            loop.call_later(delay, self.complete, future, name)
            return None
        loop.call_later(delay, task.cancel)
        return None

    def complete(self, future, name):
        self.note("%s completes: %s" % (name, future.done()))
        future.set_result(name)

    def outcome(self, future):
        if not future.done():
            return "pending"
        if future.cancelled():
            return "cancelled"
        return self.text(future.exception()) if future.exception() is not None else "gives %s" % future.result()

    def play(self):
        self.loop.call_later(0.5, self.loop.stop)
        self.loop.run_forever()
        ends = [self.outcome(future) for future in self.tasks + self.futures]
        if MINOR >= 11:
            ends += [min(task.cancelling(), DEPTH) for task in self.tasks]
        return [self.notes, ends]


def answers():
    global now
    found, games = [], []
    for seed in SEEDS:
        now = 0.0
        games.append(Game(seed))
        found.append([str(seed), games[-1].play()])
    return found
