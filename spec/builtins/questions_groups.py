"""How does a group split?

Questions: a tree (a number is a ValueError if even, a KeyError if odd, a KeyboardInterrupt above 90; a list is a group)
and a condition. Answers: repr and str of the whole, both parts, whether the first part is the whole, and the subgroup.
"""

import builtins

from questions import Dice

CONDITIONS = [
    "ValueError", "KeyError", "LookupError", "Exception", "BaseException", "KeyboardInterrupt", "ExceptionGroup",
    "BaseExceptionGroup", "ValueError KeyboardInterrupt", "", "below 5", "small group",
]


def random_tree(dice, depth):
    def member():
        if depth and dice.below(3) == 0:
            return random_tree(dice, depth - 1)
        return dice.below(10) + (90 if dice.below(8) == 0 else 0)

    return [member() for _ in range(1 + dice.below(4))]


DICE = Dice(5)
QUESTIONS = [[random_tree(DICE, 3), condition] for _ in range(12) for condition in CONDITIONS]


def build(tree):
    if isinstance(tree, list):
        return BaseExceptionGroup("group of %d" % len(tree), [build(one) for one in tree])
    return (KeyboardInterrupt if tree > 90 else KeyError if tree % 2 else ValueError)(tree)


def condition_of(text):
    if text == "below 5":
        return lambda e: not isinstance(e, BaseExceptionGroup) and e.args[0] < 5
    if text == "small group":
        return lambda e: isinstance(e, BaseExceptionGroup) and len(e.exceptions) < 3
    classes = tuple(getattr(builtins, name) for name in text.split())
    return classes[0] if len(classes) == 1 else classes


def answers():
    if not hasattr(builtins, "ExceptionGroup"):
        return [None for _ in QUESTIONS]
    result = []
    for tree, text in QUESTIONS:
        group = build(tree)
        match, rest = group.split(condition_of(text))
        again = group.subgroup(condition_of(text))
        result.append([repr(group), str(group), repr(match), repr(rest), match is group, repr(again)])
    return result
