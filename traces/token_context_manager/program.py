"""A token as a context manager: its block ends with the variable reset, once (3.14 and later; before, an error)."""

import contextvars

VARIABLE = contextvars.ContextVar("variable", default="default")


if __name__ == "__main__":
    try:
        with VARIABLE.set("set") as token:
            print(VARIABLE.get(), token.old_value)
            with VARIABLE.set("inner"):
                print(VARIABLE.get())
            print(VARIABLE.get())
        print(VARIABLE.get())
        with token:
            print("again")
    except (TypeError, AttributeError, RuntimeError) as error:
        print(type(error).__name__, str(error).split(" at ")[0])
    try:
        with VARIABLE.set("raises"):
            raise KeyError("k")
    except (TypeError, AttributeError, KeyError) as error:
        print(repr(error))
    print(VARIABLE.get())
