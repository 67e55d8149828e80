"""Sets of tasks and futures whose order is a choice, as the order of addresses is to a program."""

import ast
import asyncio
import concurrent.futures
import inspect
import sys
import textwrap
import types
import weakref
from concurrent.futures import _base

from . import kernel as _kernel, methods, pools


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


class LookedAtSet(ChoiceSet):
    """A set whose order is chosen member by member, as far as somebody looks at it. It keeps that order until something is added."""

    def __init__(self, elements=()):
        self._looked = []
        ChoiceSet.__init__(self, elements_of(elements))

    def matters(self, _element):
        """Whether the place of an element can be seen; the others stay where they are."""
        return True

    def add(self, element):
        if element not in self:
            self._looked = []
        ChoiceSet.add(self, element)

    def discard(self, element):
        ChoiceSet.discard(self, element)
        self._looked = [other for other in self._looked if other in self]

    def remove(self, element):
        ChoiceSet.remove(self, element)
        self._looked = [other for other in self._looked if other in self]

    def clear(self):
        ChoiceSet.clear(self)
        self._looked = []

    def __iter__(self):
        size = len(self)
        for at in range(size):
            yield self._member(at)
            if len(self) != size:
                raise RuntimeError("Set changed size during iteration")

    def _member(self, at):
        while len(self._looked) <= at:
            element = list(self._order)[len(self._looked)]
            if self.matters(element):
                left = [other for other in self._order if other not in self._looked and self.matters(other)]
                element = left[_kernel.kernel.choose("order", len(left)) if len(left) > 1 else 0]
            self._looked.append(element)
        return self._looked[at]

    def _popped(self):
        return self._member(0)

    def __repr__(self):
        return "{%s}" % ", ".join(map(repr, self)) if self else "set()"


class AwaitablesSet(LookedAtSet):
    """What a function of asyncio was given: the order matters only for what a task is made of."""

    def __init__(self, elements=()):
        if type(elements) in (set, frozenset):
            # A set of the program's own has no order but this one.
            elements = sorted(elements, key=creation)
        LookedAtSet.__init__(self, elements)

    def matters(self, element):
        return not asyncio.isfuture(element)


class RefusedSet(AwaitablesSet):
    """The same for a function that makes no tasks."""

    def matters(self, _element):
        return False


class TodoSet(LookedAtSet):
    """What `as_completed` waits for: the order matters only for what is done already."""

    def matters(self, element):
        return element.done()


class GeneratorSet(weakref.WeakSet):
    """The asynchronous generators of a loop, in an order that the chooser picks; by default that of their first iterations."""

    def __init__(self, data=None):
        self._order = weakref.WeakKeyDictionary()
        weakref.WeakSet.__init__(self, data)

    def add(self, item):
        weakref.WeakSet.add(self, item)
        self._order.setdefault(item)

    def discard(self, item):
        weakref.WeakSet.discard(self, item)
        self._order.pop(item, None)

    def clear(self):
        weakref.WeakSet.clear(self)
        self._order.clear()

    def __iter__(self):
        return iter(chosen(list(self._order)))


for _class in (ChoiceSet, GivenSet, LookedAtSet, AwaitablesSet, RefusedSet, TodoSet):
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
    asyncio.base_events.weakref = types.SimpleNamespace(WeakSet=GeneratorSet)
    install_combinators(tasks)
    if hasattr(asyncio, "taskgroups"):
        asyncio.taskgroups.set = ChoiceSet
    install_futures()


def install_combinators(tasks):
    """The same for `wait`, for `as_completed`, and for what awaits a future."""

    def made(*elements):
        return AwaitablesSet(*elements) if elements else LookedAtSet()

    tasks.set = made
    if sys.version_info < (3, 11):
        asyncio.wait = rewritten(tasks.wait, comprehensions=AwaitablesSet)
    else:
        asyncio.wait = rewritten(tasks.wait, set=RefusedSet)
    if hasattr(tasks, "_AsCompletedIterator"):
        iterator = tasks._AsCompletedIterator
        iterator.__init__ = rewritten(iterator.__init__, comprehensions=TodoSet)
    else:
        asyncio.as_completed = rewritten(tasks.as_completed, comprehensions=TodoSet)
    if hasattr(asyncio, "graph"):
        rewritten(asyncio.graph._build_graph_for_future, awaited_by=waiters_of)
        asyncio.capture_call_graph = rewritten(asyncio.graph.capture_call_graph, awaited_by=waiters_of)


def waiters_of(future):
    """What awaits a future, in an order that the chooser picks."""
    return chosen(sorted(future._asyncio_awaited_by or (), key=creation))


class Rewriting(ast.NodeTransformer):
    """Makes sets with an order of those that the library writes as comprehensions or gets from C."""

    def __init__(self, makers):
        self.makers = makers

    def called(self, maker, argument):
        return ast.Call(func=ast.Name(id=self.makers[maker], ctx=ast.Load()), args=[argument], keywords=[])

    def visit_SetComp(self, node):
        self.generic_visit(node)
        return self.called("comprehensions", ast.GeneratorExp(elt=node.elt, generators=node.generators))

    def visit_Call(self, node):
        self.generic_visit(node)
        if "set" in self.makers and isinstance(node.func, ast.Name) and node.func.id == "set":
            return self.called("set", *node.args)
        return node

    def visit_For(self, node):
        self.generic_visit(node)
        if isinstance(node.iter, ast.Attribute) and node.iter.attr == "_asyncio_awaited_by":
            node.iter = self.called("awaited_by", node.iter.value)
        return node


def rewritten(function, **makers):
    """A function of the library as its source has it, but for the sets. A function of a module also takes its place there."""
    lines, first = inspect.getsourcelines(function)
    names = {name: "_interloop_%s_of_%s" % (name, function.__name__) for name in makers}
    tree = Rewriting(names).visit(ast.parse(textwrap.dedent("".join(lines))))
    ast.increment_lineno(tree, first - 1)
    module = function.__globals__
    module.update((names[name], maker) for name, maker in makers.items())
    space = module if "." not in function.__qualname__ else {}
    exec(compile(ast.fix_missing_locations(tree), function.__code__.co_filename, "exec"), module, space)
    made = space[function.__name__]
    made.__qualname__ = function.__qualname__
    return made


def install_futures():
    """The same for `concurrent.futures`: the order of futures that are done already, and what `wait` returns."""

    def made(elements=()):
        # What the caller has given is only looked through; `as_completed` begins with what is done.
        found = isinstance(elements, types.GeneratorType) and elements.__qualname__.startswith("as_completed.")
        if type(elements) in (set, frozenset):
            # A set of the program's own has no order but this one.
            elements = sorted(elements, key=pools.number)
        return (ChoiceSet if found else GivenSet)(elements)

    original = _base.wait

    def wait(*args, **keywords):
        done, not_done = original(*args, **keywords)
        return _base.DoneAndNotDoneFutures(*(LookedAtSet(sorted(elements_of(s), key=pools.number)) for s in (done, not_done)))

    methods.rename(wait, original)
    _base.wait = concurrent.futures.wait = wait
    _base.set = made
