/** Asynchronous generators, context managers and context variables. */
import { since, until } from "./rule.js";

export const generators = {
  anextBuiltins: since("3.10", "`aiter` and `anext` are builtins", "bpo-31861"),
  awaitablesOfGeneratorsGuarded: since(
    "3.13",
    "`throw` and `close` of what `asend`, `athrow` and `aclose` give resume the generator under the same checks as `send`, and end it",
    "gh-89091",
  ),
  stopThrownFirstIsLeft: since(
    "3.12",
    "StopIteration and StopAsyncIteration that are thrown into a generator before its first step leave it as they are",
  ),
  athrowOfTypeWarns: since("3.12", "`athrow(type, value)` is deprecated", "gh-96348"),
  closingErrorSaysSo: since(
    "3.14",
    "What goes wrong in a generator that is freed before its end is told as `Exception ignored while closing generator`",
  ),
  withTellsProtocol: since(
    "3.11",
    "`with` over an object that is no context manager is a TypeError, instead of an AttributeError with the missing name",
    "bpo-12022",
  ),
  contextManagerOnce: since(
    "3.9",
    "A context manager of a generator forgets its arguments when it is entered, so that a second time is an AttributeError",
  ),
  contextManagerClosesGenerator: since(
    "3.11",
    "A generator of a context manager that yields once too often is closed",
    "gh-88618",
  ),
  aclosing: since("3.10", "`contextlib.aclosing` exists, and `nullcontext` is asynchronous, too", "bpo-41229"),
  suppressSplitsGroups: since("3.12", "`suppress` takes exceptions out of exception groups", "gh-103791"),
  withTellsOtherProtocol: since(
    "3.14",
    "The error of `with` always names a missing method, and tells when an object would suit `async with`; and the other way round",
    "gh-128398",
  ),
  asyncWithLooksForExit: until("3.8", "`async with` looks for `__aexit__` before `__aenter__`"),
  tokenIsContextManager: since(
    "3.14",
    "A `contextvars.Token` is a context manager that resets its variable",
    "gh-129889",
  ),
};
