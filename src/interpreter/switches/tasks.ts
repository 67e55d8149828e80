/** Tasks, cancellation, `gather`, `wait_for` and timeouts. */
import { between, since, until } from "./rule.js";

export const tasks = {
  cancelMessages: since("3.9", "`cancel(msg)` exists", "bpo-31033"),
  cancelledErrorTravels: since(
    "3.11",
    "The CancelledError that was thrown in first is the one that arrives at the outermost level",
    "bpo-45390",
  ),
  cancellingCount: since("3.11", "`Task.cancelling()` and `Task.uncancel()` exist, and `cancel()` counts", "bpo-46771"),
  uncancelWithdraws: since("3.13", "`uncancel()` that reaches 0 withdraws a cancellation that was not delivered yet"),
  taskTakesContext: since("3.11", "`create_task` takes a context", "bpo-46994"),
  namedTaskTakesNumber: until(
    "3.12",
    "`asyncio.create_task(c, name=…)` uses up a number of the counter although it does not need it",
  ),
  taskFactoryTakesName: since(
    "3.14",
    "A task factory is given the name of the task, as all other keywords; before, the loop sets it afterwards",
    "gh-128308",
  ),
  taskFactoryNamesAlways: between(
    "3.13",
    "3.13",
    "The loop names what a task factory gives even when no name was given, so that the name is `None`: only 3.13.0 does it",
  ),
  gatherDoneChildrenSynchronously: since(
    "3.12",
    "`gather` handles children that are done already at once instead of one hop later",
    "gh-97696",
  ),
  gatherInRunningLoop: since(
    "3.14",
    "`gather` takes futures of the running loop alone, also as its first ones; before, the first one's loop counts",
    "gh-91048",
  ),
  gatherAbandonedFails: until(
    "3.8",
    "A `gather` that raised leaves callbacks at the children before the wrong one, and they fail",
    "bpo-46672",
  ),
  timeouts: since("3.11", "`asyncio.timeout`, `asyncio.timeout_at` and `asyncio.Timeout` exist", "bpo-46771"),
  timeoutShownInChain: since(
    "3.13",
    "A timeout also takes subclasses of CancelledError, and shows itself in the chain of another exception that leaves its block",
    "gh-96037",
  ),
  waitForInline: since(
    "3.12",
    "`wait_for` awaits in the calling task, under `timeout()`, instead of in a task of its own",
    "gh-96764",
  ),
  waitForKeepsOutcome: since(
    "3.9",
    "`wait_for` gives the outcome of what it cancelled in vain instead of a TimeoutError",
    "bpo-40607",
  ),
  sleepRejectsNaN: since("3.13", "`sleep(nan)` raises ValueError", "gh-105331"),
  stopIterationWrapped: since(
    "3.13",
    "StopIteration given to `set_exception` finishes the future with a RuntimeError instead of being refused",
    "gh-112182",
  ),
  convertsTimeoutErrors: until(
    "3.12",
    "An exception that goes from a future of one kind to one of the other is replaced when its class is concurrent.futures' TimeoutError",
  ),
};
