"""What does a traceback print?

Questions: exceptions that refer to each other by their number; the first one is printed. Answers: what the traceback
module prints, and what sys.excepthook prints if that differs, without the lines of frames.
"""

import asyncio
import builtins
import io
import re
import sys
import traceback

from questions import Dice, decode


class Custom(Exception):
    pass


class Broken(Exception):
    def __str__(self):
        raise ValueError("no text")


class Box:
    class Inner(Exception):
        pass


if sys.version_info >= (3, 11):

    class CustomGroup(ExceptionGroup):
        pass


for made in (Custom, Broken, Box, Box.Inner) + ((CustomGroup,) if sys.version_info >= (3, 11) else ()):
    made.__module__ = "__main__"


class Elsewhere(Exception):
    __module__ = "some.where"


def find_class(name):
    if name == "CancelledError":
        return asyncio.CancelledError
    return globals().get(name) or getattr(Box, name, None) or getattr(builtins, name)


def node(cls, *arguments, **links):
    """An exception: `raised`, `cause`, `context`, `suppress` (set last), `notes`, and a group's `members`."""
    return dict(links, cls=cls, args=list(arguments))


PLAIN = [
    [node("ValueError", "x", raised=True)],
    [node("ValueError", "x")],
    [node("ValueError", raised=True)],
    [node("ValueError", "", raised=True)],
    [node("KeyError", "k", raised=True)],
    [node("OSError", 2, "no file", "name", raised=True)],
    [node("ValueError", "two\nlines", raised=True)],
    [node("ValueError", "end\n", raised=True)],
    [node("ValueError", 1, "a", raised=True)],
    [node("CancelledError", raised=True)],
    [node("CancelledError", "why", raised=True)],
    [node("Custom", "x", raised=True)],
    [node("Inner", "x", raised=True)],
    [node("Elsewhere", "x", raised=True)],
    [node("Broken", raised=True)],
    [node("SystemExit", 3, raised=True)],
    [node("StopIteration", {"list": [1]}, raised=True)],
    [node("ValueError", "x", raised=True, notes=["one", "two\nlines", ""])],
    [node("ValueError", raised=True, notes=["", "x\n"])],
    [node("Custom", "a", raised=True, cause=1), node("Custom", "b", raised=True)],
    [node("Custom", "a", raised=True, cause=1), node("Custom", "b")],
    [node("Custom", "a", raised=True, context=1), node("Custom", "b", raised=True)],
    [node("Custom", "a", raised=True, context=1, suppress=True), node("Custom", "b", raised=True)],
    [node("ValueError", "a", raised=True, cause=1, context=2), node("KeyError", "b"), node("TypeError", "c")],
    [node("ValueError", "a", cause=1, context=2), node("KeyError", "b", context=2), node("TypeError", "c")],
    [node("ValueError", "a", cause=0)],
    [node("ValueError", "a", context=0)],
    [node("ValueError", "a", cause=1), node("KeyError", "b", cause=0)],
    [node("ValueError", "a", context=1), node("KeyError", "b", context=2), node("TypeError", "c", context=1)],
]


def group(message, members, **links):
    return node("BaseExceptionGroup", message, members=members, **links)


def leaves(count):
    return [node("ValueError", index, raised=index % 2 == 0) for index in range(count)]


def nested(depth):
    return [group("level %d" % level, [level + 1], raised=True) for level in range(depth)] + [node("KeyError", "deep")]


def beside(hidden, last):
    """A group of some exceptions and of one more, whose context may be met before: in what is hidden by a limit."""
    count = len(hidden)
    inside = {number for e in hidden for number in e.get("members", ())}
    members = [number for number in range(1, count + 1) if number not in inside]
    hidden[last]["context"] = count + 2
    return [group("g", members + [count + 1])] + hidden + [node("TypeError", context=count + 2), node("OSError")]


def deeper(depth):
    return [dict(e, members=[m + 1 for m in e["members"]]) if "members" in e else e for e in nested(depth)]


GROUPS = [
    beside([group("wide", list(range(2, 19)))] + leaves(17), 15),
    beside([group("wide", list(range(2, 19)))] + leaves(17), 16),
    beside([group("wide", list(range(2, 19)))] + leaves(17), 17),
    beside(deeper(8), 8),
    beside(deeper(9), 8),
    beside(deeper(9), 9),
    beside(deeper(10), 9),
    beside(deeper(10), 10),
    beside(deeper(11), 10),
    beside(deeper(11), 11),
    [group("one", [1])] + leaves(1),
    [group("one", [1], raised=True, notes=["note", "of\ntwo"])] + leaves(1),
    [group("two\nlines", [1, 2], raised=True)] + leaves(2),
    [node("CustomGroup", "custom", members=[1], raised=True)] + leaves(1),
    [group("base", [1], raised=True), node("KeyboardInterrupt", raised=True)],
    [group("15", list(range(1, 16)))] + leaves(15),
    [group("16", list(range(1, 17)))] + leaves(16),
    [group("17", list(range(1, 18)), raised=True)] + leaves(17),
    nested(9),
    nested(10),
    nested(11),
    nested(13),
    [group("a", [1, 3]), group("b", [2]), node("ValueError", 1), group("c", [4]), group("d", [5]), node("KeyError", 2)],
    [group("shared", [1, 2]), node("ValueError", 1, context=3), node("ValueError", 2, context=3), node("KeyError", 3)],
    [group("shared", [1, 2]), node("ValueError", 1, cause=3), node("ValueError", 2, cause=3), node("KeyError", 3)],
    [group("of each other", [1, 2]), node("ValueError", 1, context=2), node("ValueError", 2, context=1)],
    [group("own context", [1]), node("ValueError", 1, context=0)],
    [group("g", [1, 2]), node("ValueError", 1), node("ValueError", 2, context=3), group("c", [4]), node("KeyError")],
    [node("ValueError", cause=1), group("y", [2], context=3), node("TypeError", 1), group("x", [4]), node("KeyError")],
    [group("same twice", [1, 1, 2]), node("ValueError", 1, context=2), node("KeyError", 2)],
]


def random_graph(dice, with_groups):
    """Up to seven exceptions. The members of a group come later than the group; causes and contexts lead anywhere."""
    count = 2 + dice.below(6)
    nodes = []
    for number in range(count):
        links = {}
        if dice.below(2):
            links["raised"] = True
        for link, chance in (("cause", 4), ("context", 2)):
            if dice.below(chance) == 0:
                links[link] = dice.below(count)
        if dice.below(6) == 0:
            links["suppress"] = dice.below(2) == 0
        if dice.below(8) == 0:
            links["notes"] = ["note %d" % number]
        later = count - number - 1
        if with_groups and later and dice.below(3):
            members = [number + 1 + dice.below(later) for _ in range(1 + dice.below(3))]
            nodes.append(group("g%d" % number, members, **links))
        else:
            nodes.append(node(dice.pick(["ValueError", "KeyError", "Custom"]), "e%d" % number, **links))
    return nodes


DICE = Dice(3)
QUESTIONS = PLAIN + GROUPS + [random_graph(DICE, number >= 60) for number in range(140)]


# Compiled from a text that is in no file, so that no source line is printed below the line of a frame.
exec("def raised(e):\n  try: raise e\n  except BaseException: return e")


def build(nodes):
    made = [None] * len(nodes)
    for number in reversed(range(len(nodes))):
        one = nodes[number]
        arguments = [decode(argument) for argument in one["args"]]
        if "members" in one:
            arguments.append([made[member] for member in one["members"]])
        made[number] = find_class(one["cls"])(*arguments)
        if one.get("raised"):
            raised(made[number])
    for e, one in zip(made, nodes):
        if "cause" in one:
            e.__cause__ = made[one["cause"]]
        if "context" in one:
            e.__context__ = made[one["context"]]
        if "suppress" in one:
            e.__suppress_context__ = one["suppress"]
        for note in one.get("notes", ()):
            if hasattr(e, "add_note"):
                e.add_note(note)
    return made[0]


FRAME = re.compile(r'^[ |]*  File ".*", line \d+, in .*$')


def hooked(e):
    kept, sys.stderr = sys.stderr, io.StringIO()
    try:
        sys.__excepthook__(type(e), e, e.__traceback__)
        return sys.stderr.getvalue()
    finally:
        sys.stderr = kept


def without_frames(text):
    return "".join(line + "\n" for line in text.split("\n")[:-1] if not FRAME.match(line))


def answers():
    result = []
    for nodes in QUESTIONS:
        if any("members" in one for one in nodes) and sys.version_info < (3, 11):
            result.append(None)
            continue
        e = build(nodes)
        printed = without_frames("".join(traceback.format_exception(type(e), e, e.__traceback__)))
        result.append([printed] if printed == without_frames(hooked(e)) else [printed, without_frames(hooked(e))])
    return result
