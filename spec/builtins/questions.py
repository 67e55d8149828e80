"""What the question files share: numbers that are the same at every run, and values written as JSON."""


class Dice:
    """The same numbers in every version of Python, and easily the same in another language."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 1103515245 + 12345) & 0x7FFFFFFF
        return (self.state >> 8) % limit

    def pick(self, items):
        return items[self.below(len(items))]


def encode(value):
    """A value as JSON that tells Python's types apart; sets in the order in which they are iterated."""
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        return value if abs(value) < 2**53 else {"int": str(value)}
    if isinstance(value, float):
        return {"float": repr(value)}
    if isinstance(value, dict):
        return {"dict": [[encode(key), encode(item)] for key, item in value.items()]}
    return {type(value).__name__: [encode(item) for item in value]}


def decode(code):
    """The value of such JSON."""
    if not isinstance(code, dict):
        return code
    [(kind, body)] = code.items()
    if kind in ("int", "float"):
        return {"int": int, "float": float}[kind](body)
    if kind == "dict":
        return {decode(key): decode(item) for key, item in body}
    return {"list": list, "tuple": tuple, "set": set}[kind]([decode(item) for item in body])
