"""contextvars: a context as a mapping, the texts of all errors, reprs, and what a block in a context leaves behind."""

import contextvars
import re

VARIABLE = contextvars.ContextVar("variable")
DEFAULT = contextvars.ContextVar("default", default=[1])
OTHER = contextvars.ContextVar("other")


def show(value):
    print(re.sub("0x[0-9a-f]+", "0x..", repr(value)))


def attempt(function, *arguments):
    try:
        show(function(*arguments))
    except Exception as error:
        show(error)


def raises():
    VARIABLE.set("raised")
    raise ValueError("after set")


if __name__ == "__main__":
    for value in (VARIABLE, DEFAULT, contextvars.Token.MISSING, VARIABLE.name):
        show(value)
    attempt(VARIABLE.get)
    attempt(VARIABLE.get, None)
    attempt(DEFAULT.get)
    attempt(DEFAULT.get, 2)
    token = VARIABLE.set(1)
    for value in (token, token.var is VARIABLE, token.old_value):
        show(value)
    context = contextvars.copy_context()
    for value in (context, len(context), VARIABLE in context, OTHER in context, context[VARIABLE], context.get(OTHER)):
        show(value)
    attempt(lambda: context[OTHER])
    attempt(lambda: context["variable"])
    attempt(lambda: "variable" in context)
    attempt(lambda: context.get("variable"))
    attempt(lambda: context.get(OTHER, 5))
    show([list(context.values()), [value for _, value in context.items()], list(context.keys()) == [VARIABLE]])
    show([context == contextvars.copy_context(), context == contextvars.Context(), context == 3, context == context.copy()])
    attempt(context.run, context.run, repr, 1)
    attempt(context.run, raises)
    show([context[VARIABLE], VARIABLE.get()])
    attempt(VARIABLE.reset, token)
    attempt(VARIABLE.reset, token)
    show(token)
    attempt(VARIABLE.get)
    attempt(OTHER.reset, VARIABLE.set(3))
    attempt(context.run, VARIABLE.reset, VARIABLE.set(4))
    attempt(VARIABLE.reset, 3)
    attempt(contextvars.ContextVar, 3)
