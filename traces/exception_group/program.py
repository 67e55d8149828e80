"""Exception groups as values: text, parts, split, subgroup and derive, and the errors of construction."""
# recorder: python>=3.11


def attempt(label, action, *args):
    try:
        print(label, repr(action(*args)))
    except (TypeError, ValueError) as error:
        print(label, type(error).__name__ + ":", error)


if __name__ == "__main__":
    group = ExceptionGroup("two", [ValueError("v"), ExceptionGroup("in", [TypeError("t"), ValueError("w")])])
    print(str(group), repr(group), group.message, group.exceptions)
    print(repr(group.subgroup(ValueError)))
    print(group.split(TypeError))
    print(group.split(KeyError))
    print(repr(BaseExceptionGroup("plain", [ValueError()])))
    print(repr(BaseExceptionGroup("base", [KeyboardInterrupt()])))
    attempt("empty:", ExceptionGroup, "empty", [])
    attempt("not exceptions:", ExceptionGroup, "wrong", [1])
    attempt("a base exception:", ExceptionGroup, "wrong", [KeyboardInterrupt()])
    attempt("no message:", ExceptionGroup, 1, [ValueError()])
    attempt("no sequence:", ExceptionGroup, "m", 1)
