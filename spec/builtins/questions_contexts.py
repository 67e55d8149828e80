"""What is the context of an exception that was raised while another was handled?

Questions: the number of exceptions, and steps: [raised, handled], or [exception, context, "set"], an assignment.
Answers: each one's context after every step.
"""

import sys

from questions import Dice

DICE = Dice(11)


def random_game():
    count = 2 + DICE.below(7)
    steps = []
    for _ in range(1 + DICE.below(16)):
        step = [DICE.below(count), DICE.below(count)]
        steps.append(step + ["set"] if DICE.below(6) == 0 else step)
    return [count, steps]


LINE = [[1, 0], [2, 1], [3, 2], [4, 3], [5, 4]]
RING = [[0, 1, "set"], [1, 2, "set"], [2, 3, "set"], [3, 0, "set"]]
QUESTIONS = [[6, LINE + [[n, 5]]] for n in range(6)] + [[6, RING + [[4, 0], [1, 4], [5, 3]]]]
QUESTIONS += [random_game() for _ in range(120)]


def play(count, steps):
    exceptions = [ValueError(index) for index in range(count)]
    seen = []
    for step in steps:
        one, other = exceptions[step[0]], exceptions[step[1]]
        if len(step) == 3:
            one.__context__ = other
        else:
            try:
                try:
                    raise other
                except ValueError:
                    raise one
            except ValueError:
                pass
        contexts = [e.__context__ for e in exceptions]
        seen.append([None if e is None else exceptions.index(e) for e in contexts])
    return seen


def answers():
    # 3.8 hangs where an assignment made a ring.
    old = sys.version_info < (3, 9)
    return [None if old and any(len(step) == 3 for step in steps) else play(count, steps) for count, steps in QUESTIONS]
