"""The step loop of the simulator over real threads: the same choices, in the same order, with the same words.

Each thread of the program is a real one that holds the baton while it runs and gives it away at a visible operation. So the
scheduler needs no thread of its own: whoever is about to do an operation picks who goes next. `src/kernel` of the package is the model;
what is said there of the order of choices holds here too, and a difference between the two is a bug of one of them.
"""

from . import endings
from .thread import BLOCKED, DONE, INF, READY, Thread

#: One read of the linux clock adds this, in seconds.
TICK = 1e-9
#: Deadlines of different threads closer than this, in seconds, may be met in any order.
CLOCK_SLACK = 1e-3
#: In a list of decisions: time passes.
TIME_PASSES = -1


class SharedObject:
    """Something that several threads can touch: its kind, and its number among those of its kind in this run."""

    __slots__ = ("kind", "number", "owner", "__weakref__")

    def __init__(self, kind):
        self.kind = kind
        self.owner = None
        self.number = kernel.number_of(kind) if kernel is not None else 0


class Gate(SharedObject):
    """A shared object at which threads can be stopped."""

    __slots__ = ("open", "waiters")

    def __init__(self, kind, is_open):
        SharedObject.__init__(self, kind)
        self.open = is_open
        self.waiters = []


class Operation:
    """What a thread is about to do: on which object, how, and the gate that must be open for it."""

    __slots__ = ("name", "object", "access", "gate")

    def __init__(self, name, object=None, access="read", gate=None):
        self.name = name
        self.object = object
        self.access = access
        self.gate = gate


never = Gate.__new__(Gate)
never.kind, never.number, never.owner, never.open, never.waiters = "clock", 0, None, False, []

BEGIN = Operation("begin")
#: What a thread does after a system call: it takes the interpreter's lock again.
GO_ON = Operation("go on")
SLEEP = Operation("sleep", None, "read", never)
NAP = Operation("sleep(0)")


class Kernel:
    """One run: its threads, its clock, its choices."""

    def __init__(self, job, chooser, recorder):
        self.now = 0.0
        self.clock_model = job.get("clock", "linux")
        self.tick = TICK if self.clock_model == "linux" else 0.0
        self.lagging = job.get("timing", "punctual") == "lagging"
        self.max_steps = job.get("maxSteps", 10_000_000)
        self.max_time = job.get("maxTime", 1e8)
        self.max_threads = job.get("maxThreads", 10_000)
        self.chooser = chooser
        self.recorder = recorder
        self.threads = []
        self.ready = []
        self.thread = None
        self.ending = None
        self.steps = 0
        self.preemptions = 0
        self.decisions = []
        self.choices = 0
        #: Called once, by whichever thread finds that the run is over; it does not return.
        self.on_end = None
        #: The thread that has just ended, until nothing is left of it: see `threads.Dying`.
        self.dying = None
        #: Whether the main thread has ended.
        self.closing = False
        #: Whether there were thread pools.
        self.executors = False
        self._numbers = {}

    # ---- labels -------------------------------------------------------------------------------------------------

    def number_of(self, kind):
        """The number of a new object among those of its kind, from 1."""
        number = self._numbers[kind] = self._numbers.get(kind, 0) + 1
        return number

    def label(self, shared):
        """Such as `lock 2`."""
        if shared.number == 0:
            shared.number = self.number_of(shared.kind)
        return "%s %d" % (shared.kind, shared.number)

    # ---- the clock ----------------------------------------------------------------------------------------------

    def read_clock(self):
        """One read of the clock, in seconds."""
        self.now += self.tick
        return self.now

    # ---- threads ------------------------------------------------------------------------------------------------

    def spawn(self, name, daemon):
        """Adds a thread; it can be chosen from now on."""
        if len(self.threads) >= self.max_threads:
            self.finish({"kind": "thread limit", "limit": self.max_threads})
        thread = Thread(len(self.threads), name, daemon, BEGIN)
        self.threads.append(thread)
        self.ready.append(thread)
        return thread

    def open(self, gate, cause=0):
        """Frees the threads that wait at a gate, the longest-waiting first."""
        if gate.open:
            return
        gate.open = True
        for thread in gate.waiters:
            if thread.state == BLOCKED:
                thread.state = READY
                thread.woken_by = cause
                self.ready.append(thread)

    def close(self, gate):
        """Threads that wait at the gate and have not been resumed wait on, unless their time is up."""
        if not gate.open:
            return
        gate.open = False
        for thread in gate.waiters:
            if thread.state != READY:
                continue
            if thread.deadline <= self.now:
                thread.expired = True
            elif not thread.expired:
                thread.state = BLOCKED
                if self.recorder is not None and not thread.waited:
                    self.recorder.note_wait(self, thread)
                thread.waited = True
                self.ready.remove(thread)

    def finish(self, ending):
        """Ends the run at the running thread's next visible operation; the first ending counts."""
        if self.ending is None:
            self.ending = ending

    def stop_others(self):
        """Stops all threads but the running one for good."""
        for thread in self.threads:
            if thread is not self.thread:
                self.retire(thread)

    def retire(self, thread):
        thread.state = DONE
        if thread in self.ready:
            self.ready.remove(thread)

    # ---- what a running thread does ---------------------------------------------------------------------------------

    def point(self, operation, deadline=INF):
        """The running thread is about to do an operation: others may go first, and it waits where the gate is closed."""
        me = self.thread
        if me.silent:
            return
        me.cause = 0
        self._await(me, operation, deadline)
        following = self._pick() if self.ending is None else None
        if following is None:
            self._over()
        self._step(following)
        if following is not me:
            following.baton.release()
            me.baton.acquire()
            self._arrived()

    def wait_at(self, operation, deadline=INF):
        """Waits until the operation's gate is open or the deadline has passed. Returns whether it opened in time."""
        self.point(operation, deadline)
        me = self.thread
        return not me.expired or (operation.gate.open and self.choose("timeout", 2) == 1)

    def leave(self, dying):
        """The running thread has ended: the next one goes on, when nothing is left of this one."""
        self.retire(self.thread)
        following = self._pick() if self.ending is None else None
        if following is None:
            self._over()
        self._step(following)
        self.dying = dying
        following.baton.release()

    def begin(self, thread):
        """Called in a new thread: waits for its first turn."""
        thread.baton.acquire()
        self._arrived()

    def _arrived(self):
        """A thread that ends runs a little longer than its last visible operation; what it frees then must not race with others."""
        if self.dying is not None:
            self.dying.wait()
            self.dying = None

    def _await(self, thread, operation, deadline):
        if self.steps < self.max_steps:
            self.steps += 1
        else:
            self.finish({"kind": "step limit", "limit": self.max_steps})
        thread.pending = operation
        gate = operation.gate
        if gate is None:
            return
        gate.waiters.append(thread)
        thread.expired = False
        thread.deadline = deadline
        if gate.open:
            return
        if deadline <= self.now:
            thread.expired = True
            return
        thread.state = BLOCKED
        thread.waited = True
        self.ready.remove(thread)
        if self.recorder is not None:
            self.recorder.note_wait(self, thread)

    def _step(self, thread):
        """A thread is about to go on."""
        gate = thread.pending.gate
        if gate is not None:
            gate.waiters.remove(thread)
        if self.recorder is not None and thread.waited:
            self.recorder.note_wake(self, thread)
        thread.waited = False
        thread.pending = None
        thread.deadline = INF
        self.thread = thread

    # ---- choices --------------------------------------------------------------------------------------------------

    def _pick(self):
        ready = self.ready
        while True:
            if not ready:
                if not self._advance():
                    return None
                continue
            if len(ready) == 1 and not self.lagging:
                return ready[0]
            chosen = self._choose_thread()
            if chosen is not None or self.ending is not None:
                return chosen
            self._expire_next(self._next_lag())

    def _choose_thread(self):
        """Asks who goes next; None when time passes first, or when the run was given up."""
        ready, last = self.ready, self.thread
        goes_on = last is not None and last.state == READY and not last.waited
        time_passes = self.lagging and self._next_lag() <= self.max_time
        first = last if goes_on else ready[0]
        if len(ready) == 1 and not time_passes:
            return first
        options = [first] + [thread for thread in ready if thread is not first]
        if time_passes:
            options.append(None)
        ids = [TIME_PASSES if thread is None else thread.id for thread in options]
        way = self._ask("thread", len(options), ids, goes_on)
        if way < 0:
            return None
        chosen = options[way]
        if way == 0:
            return chosen
        self.decisions += (self.choices - 1, ids[way])
        if goes_on and chosen is not None:
            self.preemptions += 1
            if self.recorder is not None:
                self.recorder.note("thread.preempt", first.activity, {"to": chosen.id})
        return chosen

    def choose(self, kind, count):
        """Picks one of several ways that are no matter of threads."""
        if count < 2:
            return 0
        way = self._ask(kind, count, [], False)
        if way < 0:
            self._over()
        if way > 0:
            self.decisions += (self.choices - 1, -2 - way)
        return way

    def _ask(self, kind, count, ids, preempts):
        way = self.chooser.choose(self, kind, count, ids, preempts)
        self.choices += 1
        if way < 0:
            self.finish(self.chooser.ending)
        return way

    # ---- time -----------------------------------------------------------------------------------------------------

    def _next_deadline(self):
        return min((thread.deadline for thread in self.threads if thread.state == BLOCKED), default=INF)

    def _next_lag(self):
        """Up to when the clock may move although a thread could run."""
        earliest = self._next_deadline()
        for thread in self.threads:
            if thread.state == READY and thread.alarm is not None:
                earliest = min(earliest, next_timer(thread.alarm, self.now))
        return earliest

    def _advance(self):
        """Nobody can run: time passes. Returns false when there is nothing to wait for, or it is too far."""
        earliest = self._next_deadline()
        if earliest == INF:
            return False
        if earliest > self.max_time:
            self.finish({"kind": "time limit", "limit": self.max_time})
            return False
        at = earliest
        if self.tick > 0:
            near = {t.deadline for t in self.threads if t.state == BLOCKED and t.deadline < earliest + CLOCK_SLACK}
            way = self.choose("clock", len(near)) if len(near) > 1 else 0
            at = sorted(near)[way]
        self._expire_next(at)
        return self.ending is None

    def _expire_next(self, to):
        """Moves the clock and makes ready whose time is up, the earliest first."""
        last, self.thread = self.thread, None
        if to > self.now:
            self.now = to
        cause = 0 if self.recorder is None else self.recorder.note("clock.advance", 0, {})
        due = [thread for thread in self.threads if thread.state == BLOCKED and thread.deadline <= self.now]
        for thread in sorted(due, key=lambda thread: (thread.deadline, thread.id)):
            thread.state = READY
            thread.expired = True
            thread.woken_by = cause
            self.ready.append(thread)
        self.thread = last

    def _over(self):
        """Nobody goes on: the run has ended, or all wait for each other."""
        if self.ending is None:
            self.ending = endings.deadlock(self)
        self.on_end()
        raise AssertionError("a run ended twice")


def next_timer(loop, now):
    """When the next timer of a loop is due after `now`, in seconds; infinity for none."""
    return min((t._when for t in loop._scheduled if t._when > now and not t._cancelled), default=INF)


#: The run that is going on; None before it begins.
kernel = None


def start(new):
    """Makes a run the present one."""
    global kernel
    kernel = new
