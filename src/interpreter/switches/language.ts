/** The language itself: exceptions, and how objects and errors read. */
import { since } from "./rule.js";

export const language = {
  exceptionGroups: since("3.11", "Exception groups are drawn as trees, and notes are printed", "bpo-45292"),
  hookUsesTraceback: since("3.13", "`sys.excepthook` prints with the `traceback` module", "gh-110721"),
  hookLeavesOutMain: since("3.11", "`sys.excepthook` leaves `__main__.` out of the names of classes"),
  hookQualifiesNames: since("3.9", "`sys.excepthook` prints qualified names of classes"),
  brokenTextsAlike: since("3.11", "An exception whose `str()` fails prints as `<exception str() failed>` everywhere"),
  throwChainsContext: since(
    "3.9",
    "What is thrown into a coroutine gets the exception that is being handled there as its context",
    "bpo-29587",
  ),
  timeoutErrorsUnified: since(
    "3.11",
    "asyncio's, concurrent.futures' and the builtin TimeoutError are one class",
    "bpo-42413",
  ),
  deletedAttributeTold: since(
    "3.11",
    "Deleting an attribute that is not there tells the object's class, as asking for it does",
  ),
  awaitErrorQuotesClass: since("3.14", "What cannot be awaited is told with its class in quotes", "gh-114091"),
  contextReprShowsModule: since("3.10", "`repr(context)` says `_contextvars.Context`"),
  futureReprEndsInDots: since("3.11", "The repr of a future that is part of its own repr is `...`"),
  qualifiedArgumentErrors: since("3.10", "An error about the arguments of a method names its class, too", "bpo-40679"),
  stepReprShowsModule: since(
    "3.12",
    "The callback that is a task's step prints as `_asyncio.TaskStepMethWrapper`, with its module",
  ),
  reprCancellingByCount: since("3.11", "`repr(task)` says `cancelling` by the counter instead of by the pending flag"),
  wakeupReprByName: since("3.10", "`Future.__repr__` of a wake-up callback reads `Task.task_wakeup()`"),
};
