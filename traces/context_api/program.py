"""contextvars by itself: tokens, copy_context, Context.run, and their errors."""

import contextvars

VARIABLE = contextvars.ContextVar("VARIABLE")


def inside():
    before = VARIABLE.get("unset")
    VARIABLE.set("inside")
    return before


if __name__ == "__main__":
    try:
        VARIABLE.get()
    except LookupError:
        print("get: LookupError")
    print("get with a default:", VARIABLE.get("fallback"))
    first = VARIABLE.set("one")
    second = VARIABLE.set("two")
    print("old value:", second.old_value, first.old_value is contextvars.Token.MISSING)
    VARIABLE.reset(second)
    print("after reset:", VARIABLE.get())
    context = contextvars.copy_context()
    print("in a copy:", context.run(inside), context[VARIABLE], len(context), VARIABLE in context)
    print("outside:", VARIABLE.get())
    try:
        VARIABLE.reset(second)
    except RuntimeError:
        print("reset twice: RuntimeError")
    try:
        context.run(VARIABLE.reset, first)
    except ValueError:
        print("reset in another context: ValueError")
    try:
        context.run(context.run, inside)
    except RuntimeError:
        print("entered twice: RuntimeError")
