"""A thread's record. Only the scheduler writes to it, except for the fields that say so."""

from . import real

INF = float("inf")

READY, BLOCKED, DONE = 0, 1, 2


class Thread:
    """A thread of the program, as the scheduler sees it."""

    __slots__ = (
        "id", "first_name", "object", "daemon", "state", "pending", "deadline", "alarm", "expired", "waited",
        "activity", "woken_by", "baton", "silent", "condition", "cause", "call",
    )  # fmt: skip

    def __init__(self, id, name, daemon, pending):
        self.id = id
        self.first_name = name
        #: The `threading.Thread` object, once it is known.
        self.object = None
        self.daemon = daemon
        self.state = READY
        #: What it is about to do.
        self.pending = pending
        self.deadline = INF
        #: The event loop that runs in this thread: for the lagging mode.
        self.alarm = None
        self.expired = False
        self.waited = False
        #: The numbers of the events that its present doings follow from, and that made it ready.
        self.activity = 0
        self.woken_by = 0
        self.baton = real.allocate_lock()
        self.baton.acquire()
        #: Whether what it does now is a part of one visible operation, so that nobody can come between.
        self.silent = False
        #: The condition whose `wait` is under way.
        self.condition = None
        #: The event that frees whoever this thread wakes next; 0 for its present doings.
        self.cause = 0
        #: The call that writes and is under way.
        self.call = None

    @property
    def name(self):
        return self.first_name if self.object is None else self.object._name
