"""Sets of tasks and futures whose order is a choice, as the order of addresses is to a program."""

import asyncio
import concurrent.futures
import types
from concurrent.futures import _base

from . import kernel as _kernel, methods


def _joining(name):
    """An operation of `set` that makes a new one: here one with an order, that of its operands one after the other."""
    original = getattr(set, name)

    def method(self, *others):
        result = original(self, *others)
        if result is NotImplemented:
            return result
        return type(self)(element for part in (self, *others) for element in elements_of(part) if element in result)

    return method


def _changing(name):
    """An operation of `set` that changes it, which keeps the order of what stays."""
    original = getattr(set, name)

    def method(self, *others):
        others = [other if isinstance(other, (set, frozenset)) else list(other) for other in others]
        result = original(self, *others)
        candidates = [element for part in (self, *others) for element in elements_of(part)]
        self._order = dict.fromkeys(element for element in candidates if element in self)
        return result

    return method


def elements_of(part):
    """The elements of a set or another collection, where their order is nobody's choice."""
    return list(part._order) if isinstance(part, ChoiceSet) else part


class ChoiceSet(set):
    """A set that is iterated in order of insertion, except where the chooser says otherwise."""

    def __init__(self, elements=()):
        set.__init__(self)
        self._order = {}
        for element in elements:
            self.add(element)

    for _name in ("copy", "union", "intersection", "difference", "symmetric_difference"):
        vars()[_name] = _joining(_name)
    for _name in ("__or__", "__and__", "__sub__", "__xor__"):
        vars()[_name] = _joining(_name)
    for _name in ("update", "intersection_update", "difference_update", "symmetric_difference_update"):
        vars()[_name] = _changing(_name)
    for _name in ("__ior__", "__iand__", "__isub__", "__ixor__"):
        vars()[_name] = _changing(_name)
    del _name

    def pop(self):
        if not self._order:
            return set.pop(self)
        element = self._popped()
        self.remove(element)
        return element

    def _popped(self):
        return list(self._order)[_kernel.kernel.choose("order", len(self._order))]

    def add(self, element):
        set.add(self, element)
        self._order.setdefault(element)

    def discard(self, element):
        set.discard(self, element)
        self._order.pop(element, None)

    def remove(self, element):
        set.remove(self, element)
        self._order.pop(element, None)

    def clear(self):
        set.clear(self)
        self._order.clear()

    def __iter__(self):
        return iter(chosen(list(self._order)))

    def __repr__(self):
        return "{%s}" % ", ".join(map(repr, self._order)) if self._order else "set()"


class GivenSet(ChoiceSet):
    """A set whose order has been chosen already."""

    def __iter__(self):
        return iter(list(self._order))

    def _popped(self):
        return next(iter(self._order))


for _class in (ChoiceSet, GivenSet):
    _class.__module__, _class.__name__, _class.__qualname__ = "builtins", "set", "set"


def chosen(left):
    """Elements in an order that the chooser picks, one after the other."""
    kernel, ordered = _kernel.kernel, []
    while left:
        ordered.append(left.pop(kernel.choose("order", len(left)) if len(left) > 1 else 0))
    return ordered


def creation(task):
    """The number of a task by creation; 0 for one that never waited for its first step."""
    return getattr(task, "_interloop", 0)


def install():
    """Replaces the sets in which asyncio keeps tasks and futures that it iterates."""
    tasks = asyncio.tasks
    original = tasks.all_tasks

    def all_tasks(loop=None):
        return GivenSet(chosen(sorted(original(loop), key=creation)))

    methods.rename(all_tasks, original)
    tasks.all_tasks = asyncio.all_tasks = all_tasks
    tasks.set = ChoiceSet
    if hasattr(asyncio, "taskgroups"):
        asyncio.taskgroups.set = ChoiceSet
    install_futures()


def install_futures():
    """The same for `concurrent.futures`: the order of futures that are done already, and what `wait` returns."""

    def made(elements=()):
        # What the caller has given is only looked through; a generator of the library's own finds what is done.
        return (ChoiceSet if isinstance(elements, types.GeneratorType) else GivenSet)(elements)

    def number(future):
        return future._interloop.number

    original = _base.wait

    def wait(*args, **keywords):
        done, not_done = original(*args, **keywords)
        return _base.DoneAndNotDoneFutures(*(ChoiceSet(sorted(elements_of(s), key=number)) for s in (done, not_done)))

    methods.rename(wait, original)
    _base.wait = concurrent.futures.wait = wait
    _base.set = made
