"""Who decides: a list of decisions, of ways, or of random numbers that came with the job, or the other side of the pipe."""


class Chooser:
    """Keeps the log of all choices. A subclass says which way; -1 gives the run up, and `ending` says why."""

    def __init__(self):
        self.log = []
        self.ending = None

    def choose(self, kernel, kind, count, ids, preempts):
        way = self.way(kernel, kind, count, ids, preempts)
        self.log.append([kind, count, way, preempts, ids])
        return way

    def finished(self, kernel):
        """Called at the end of the run; may change its ending."""


def written(code):
    """A choice as schedules write it."""
    if code >= 0:
        return "t%d" % code
    return "time" if code == -1 else str(-2 - code)


def possible(kind, count, ids):
    """The ways of a choice as schedules write them."""
    return [written(id) for id in ids] if kind == "thread" else [str(way) for way in range(count)]


class Decisions(Chooser):
    """Follows a schedule: the default except at the given choices."""

    def __init__(self, decisions):
        Chooser.__init__(self)
        self.decisions = decisions
        self.next = 0

    def way(self, kernel, kind, count, ids, preempts):
        if self.next >= len(self.decisions) or self.decisions[self.next][0] != kernel.choices:
            return 0
        code = self.decisions[self.next][1]
        self.next += 1
        if kind == "thread":
            if code in ids:
                return ids.index(code)
        elif code <= -2 and -2 - code < count:
            return -2 - code
        self.ending = self.diverged(kernel.choices, code, possible(kind, count, ids))
        return -1

    @staticmethod
    def diverged(choice, code, ways):
        return {"kind": "diverged", "choice": choice, "expected": written(code), "possible": ways}

    def finished(self, kernel):
        if self.next >= len(self.decisions) or kernel.ending["kind"] == "diverged":
            return
        index, code = self.decisions[self.next]
        points = "%d choice point%s" % (kernel.choices, "" if kernel.choices == 1 else "s")
        kernel.ending = self.diverged(index, code, ["the end of the run, which has " + points])


class Ways(Chooser):
    """Takes the given ways first, then the default: a search that goes back to where it was."""

    def __init__(self, ways):
        Chooser.__init__(self)
        self.ways = ways

    def way(self, kernel, kind, count, ids, preempts):
        at = kernel.choices
        if at >= len(self.ways):
            return 0
        if self.ways[at] < count:
            return self.ways[at]
        before = "a choice of more than %d ways" % self.ways[at]
        now = " or ".join(possible(kind, count, ids))
        self.ending = {"kind": "nondeterminism", "choice": at, "before": before, "now": now}
        return -1


class Draws(Chooser):
    """Takes a random way, by numbers that came with the job."""

    def __init__(self, draws):
        Chooser.__init__(self)
        self.draws = draws

    def way(self, kernel, kind, count, ids, preempts):
        at = kernel.choices
        return self.draws[at] % count if at < len(self.draws) else 0


class Ask(Chooser):
    """Asks for each choice, and shows what every thread is about to do."""

    def __init__(self, send, receive):
        Chooser.__init__(self)
        self.send = send
        self.receive = receive

    def way(self, kernel, kind, count, ids, preempts):
        pending = [
            [t.id, t.pending.name, None if t.pending.object is None else kernel.label(t.pending.object), t.pending.access]
            for t in kernel.threads
            if t.pending is not None
        ]
        question = {"type": "choose", "index": kernel.choices, "kind": kind, "count": count, "ids": ids}
        self.send(dict(question, preempts=preempts, pending=pending))
        return self.receive()["way"]


def chooser_of(job, send, receive):
    """The chooser that a job asks for."""
    if "ways" in job:
        return Ways(job["ways"])
    if "draws" in job:
        return Draws(job["draws"])
    if job.get("ask"):
        return Ask(send, receive)
    return Decisions(job.get("decisions", []))
