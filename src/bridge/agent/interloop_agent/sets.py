"""Sets of tasks and futures whose order is a choice, as the order of addresses is to a program."""

import asyncio

from . import kernel as _kernel, methods


class ChoiceSet(set):
    """A set that is iterated in order of insertion, except where the chooser says otherwise."""

    def __init__(self, elements=()):
        set.__init__(self)
        self._order = {}
        for element in elements:
            self.add(element)

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


for _class in (ChoiceSet, GivenSet):
    _class.__name__ = _class.__qualname__ = "set"


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
