"""What real CPython's context variables do: see judge.py."""

import contextvars
import re
import threading

VAR = contextvars.ContextVar("VAR")
WITH = contextvars.ContextVar("WITH", default="default")


def anonymous(text):
    return re.sub(r"0x[0-9a-f]+", "0x..", text)


def failure(call):
    try:
        return anonymous(repr(call()))
    except Exception as error:
        return "%s: %s" % (type(error).__name__, anonymous(str(error)))


def in_context(question):
    return contextvars.Context().run(question)


def getting():
    found = [failure(VAR.get), failure(lambda: VAR.get("fallback")), failure(lambda: VAR.get(None)), WITH.get(), WITH.get("fallback")]
    VAR.set("value")
    WITH.set("other")
    found += [VAR.get(), VAR.get("fallback"), WITH.get(), WITH.get("fallback")]
    VAR.set(None)
    return found + [VAR.get("fallback")]


def texts():
    token = VAR.set(1)
    found = [repr(VAR), repr(WITH), repr(token), repr(contextvars.Token.MISSING), repr(contextvars.Context()).split(" object")[0]]
    VAR.reset(token)
    return [anonymous(text) for text in found + [repr(token)]]


def tokens():
    first = VAR.set(1)
    second = VAR.set(2)
    found = [first.var is VAR, first.old_value is contextvars.Token.MISSING, second.old_value]
    VAR.reset(second)
    found.append(VAR.get())
    VAR.reset(first)
    found += [failure(VAR.get), failure(lambda: VAR.reset(first)), failure(lambda: VAR.reset(second))]
    third = VAR.set(3)
    VAR.set(4)
    VAR.reset(third)
    return found + [failure(VAR.get)]


def wrong_tokens():
    token = VAR.set(1)
    found = [failure(lambda: WITH.reset(token)), failure(lambda: VAR.reset("token")), failure(lambda: VAR.reset(None))]
    found.append(failure(lambda: contextvars.copy_context().run(VAR.reset, token)))
    found.append(failure(lambda: contextvars.Context().run(VAR.reset, token)))
    VAR.reset(token)
    return found + [failure(lambda: contextvars.copy_context().run(VAR.reset, token)), failure(lambda: WITH.reset(token))]


def copies():
    """A copy keeps what was set, and neither side sees what the other sets later."""
    VAR.set("before")
    copy = contextvars.copy_context()
    VAR.set("after")
    found = [copy[VAR], copy.run(VAR.get), VAR.get()]
    copy.run(VAR.set, "inside")
    found += [copy[VAR], VAR.get(), copy.copy()[VAR], copy.copy() is copy]
    return found


def as_mapping():
    empty = contextvars.Context()
    VAR.set(1)
    full = contextvars.copy_context()
    found = [len(empty), len(full), VAR in empty, VAR in full, WITH in full, full.get(VAR), full.get(WITH), full.get(WITH, 5)]
    found += [empty.get(VAR), [key is VAR for key in full], list(full.values()), [value for _, value in full.items()]]
    return found + [[key is VAR for key in full.keys()]]


def running():
    """What run() gives and raises; a context that is entered cannot be entered again, by whatever way."""
    context = contextvars.Context()

    def fails():
        VAR.set("kept")
        raise KeyError("out")

    found = [context.run(lambda: 5), context.run(max, 3, 7), failure(lambda: context.run(fails)), context[VAR]]
    found.append(failure(lambda: context.run(context.run, VAR.get)))
    found.append(failure(lambda: context.run(lambda: contextvars.Context().run(context.run, VAR.get))))
    found.append(failure(lambda: context.run(lambda: contextvars.copy_context().run(VAR.get))))
    return found + [context.run(VAR.get), failure(VAR.get)]


def own_view():
    """While a context is entered, it shows what is set in it at once; its copies do not."""
    context = contextvars.Context()
    seen = []

    def look():
        seen.append(VAR in context)
        VAR.set(1)
        seen.append([context[VAR], contextvars.copy_context()[VAR], len(context)])
        contextvars.copy_context().run(VAR.set, 2)
        seen.append(context[VAR])

    context.run(look)
    return seen


def threads():
    """A thread begins without values, and a context that another thread has entered is taken."""
    VAR.set("main")
    found = []

    def elsewhere(*calls):
        thread = threading.Thread(target=lambda: found.extend(failure(call) for call in calls))
        thread.start()
        thread.join()

    elsewhere(VAR.get, WITH.get, lambda: VAR.set("thread"), VAR.get)
    copy = contextvars.copy_context()
    elsewhere(lambda: copy.run(VAR.get), lambda: copy.run(VAR.set, "set there"))
    found += [copy[VAR], VAR.get()]
    copy.run(elsewhere, lambda: copy.run(VAR.get))
    return [anonymous(text) for text in found]


def wrong_arguments():
    return [failure(lambda: contextvars.ContextVar(5)), failure(lambda: contextvars.ContextVar("x").get())]


QUESTIONS = [getting, texts, tokens, wrong_tokens, copies, as_mapping, running, own_view, threads, wrong_arguments]


def answers():
    return [[question.__name__, in_context(question)] for question in QUESTIONS]
