"""What do repr and reprlib.repr print of a value? Questions: values as JSON. Answers: both texts."""

import reprlib

from questions import Dice, encode

STRINGS = [
    "", "a", "it's", 'say "x"', "both ' and \"", "back\\slash", "tab\tnl\ncr\r", "\0\x07\x1b\x7f",
    "\x80\x9f\xa0\xad\xff",
    "é ß 中 \u0416", "\u200b\u200e\u2028\u2029\u3000\ufeff", "\u1680\u2000\u202f\u205f", "\ue000\uf8ff",
    "\ud800", "a\udc80b", "\U0001f600", "\U0001f468\u200d\U0001f469", "\U000e0001",
    "\U00020000\U000f0000\U0010ffff", "\ufffe\uffff\u0378",
    "e\u0301", "a" * 28, "a" * 29, "a" * 31, "x" * 100, "'" * 40, "\n" * 20, "x" * 14 + "'''", "\n" * 13 + "b" * 10,
    "\U0001f600" * 40, "é" * 29, "ab" * 12 + "\n" * 9, '"' * 29, "\\" * 15, "\x00" * 29,
]
NUMBERS = [
    0, 1, -1, 42, 2**31, -(2**53) + 1, 2**53, -(10**21), 10**39 - 1, 10**40, 10**60, -(10**39),
    0.5, -0.5, 0.1, 1.5, 1 / 3, 2 / 3, -0.0, float("inf"), float("-inf"), float("nan"), 1e16, 1e22, 1e23,
    1.5e300, 5e-324,
    2.2250738585072014e-308, 1.7976931348623157e308, 1e-4, 1e-5, 0.00012345, 0.000099999, 1.2345e-7, 123456789.125,
    9007199254740992.0, 9007199254740993.5, 12345678901234567.0, 9999999999999998.0, 1e15 + 0.5,
    1234567890123456.5, 100.25, 1e100,
]
CONTAINERS = [
    [], (), {}, set(), [1], (1,), (1, 2), {1}, {1: 2}, [[]], [()], ((),), [None, True, False],
    {"a": [1, (2,)]}, {(1, 2): {3}},
    list(range(6)), list(range(7)), tuple(range(7)), set(range(7)), {i: i for i in range(4)}, {i: i for i in range(5)},
    {3: 0, 1: 0, 2: 0}, {"b": 1, "a": 2}, {"b": 1, 1: 2}, {3, 1, 2}, {-1, -2, 10, 5}, {(2, 1), (1, 2)}, {(1, "a")},
    {(1, 2): 0, (1,): 1, (0, 9): 2}, {True: 1, 0.5: 2, -3: 3}, {None: 1}, {None: 1, 1: 2},
    {"\U0001f600": 1, "\uffee": 2},
    [[[[[[[1]]]]]]], [[[[[[[]]]]]]], ((((((1,),),),),),), (((((((1,),),),),),),), {1: {1: {1: {1: {1: {1: {1: 1}}}}}}},
    {1: {1: {1: {1: {1: {1: {}}}}}}}, [[[[[[set()]]]]]], [[[[[[{1}]]]]]], ["x" * 40, 10**50, {"y" * 40: 1.5}],
    [1.5, 1 / 3],
]


def random_value(dice, depth):
    kind = dice.below(10 if depth else 6)
    if kind < 2:
        return dice.below(2000) - 1000
    if kind == 2:
        return (dice.below(2000001) - 1000000) / 1024 + 2**-11  # never integral
    if kind == 3:
        return dice.pick(STRINGS)
    if kind == 4:
        return dice.pick([None, True, False])
    if kind == 5:
        text = "".join(chr(dice.below(0x250)) for _ in range(dice.below(40)))
        return dice.pick([10**45 + dice.below(10**6), -(10**30), text])
    items = [random_value(dice, depth - 1) for _ in range(dice.below(8))]
    if kind < 8:
        return items if kind == 6 else tuple(items)
    keys = [dice.below(50) if dice.below(9) else "k" + str(dice.below(9)) for _ in items]
    return dict(zip(keys, items)) if kind == 8 else {key for key in keys if isinstance(key, int)}


DICE = Dice(20)
VALUES = STRINGS + NUMBERS + CONTAINERS + [random_value(DICE, 4) for _ in range(300)]
QUESTIONS = [encode(value) for value in VALUES]


def answers():
    return [[repr(value), reprlib.repr(value)] for value in VALUES]
