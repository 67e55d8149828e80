/** Task groups, eager tasks, how tasks are made, runners and event loop policies. */
import { between, since, until } from "./rule.js";

export const groups = {
  taskGroups: since("3.11", "`asyncio.TaskGroup` exists", "gh-90908"),
  groupUncancelsAtExit: until(
    "3.12",
    "A task group takes its cancellation of the parent back when its block is left; later, once all its tasks are done, and then it repeats a cancellation from outside that its errors have hidden",
    "gh-116720",
  ),
  groupTakesCancelledClassOnly: until(
    "3.12",
    "A task group takes only CancelledError itself for a cancellation of its block, not the classes derived from it",
    "gh-116720",
  ),
  groupClosesRefused: since("3.13", "A coroutine that a task group refuses is closed", "gh-115957"),
  groupHandlesDoneAtOnce: between(
    "3.12",
    "3.13",
    "A task that is done when a task group has made it is counted at once instead of one hop later",
    "gh-128588",
  ),
  groupForgetsAtExit: since("3.14", "A task group forgets its parent and its errors when it is left", "gh-128552"),
  eagerTasks: since("3.12", "Tasks can begin at once, and `asyncio.eager_task_factory` makes such tasks", "gh-97696"),
  createTaskTakesAll: since("3.14", "`create_task` hands all its keywords on, `eager_start` among them", "gh-128307"),
  eagerCoroutineCrashes: between(
    "3.12",
    "3.12",
    "`get_coro()` of a task that has ended in its first eager step crashes the interpreter: only 3.12.1 does it",
  ),
  unnamableTaskWarns: between(
    "3.11",
    "3.12",
    "Naming what a task factory has given warns when that has no `set_name`; before nothing is said, and later it fails",
  ),
  runnerLooksAtLoopFirst: since(
    "3.14",
    "`Runner.run` looks for a running loop, and makes its own, before it looks at what it is to run",
    "gh-120284",
  ),
  signalEnumsAreNumbers: since("3.11", "`str(signal.SIG_DFL)` is a number, as for all IntEnums"),
  signalNamesInterpreter: since("3.9", "`signal.signal` in another thread says `of the main interpreter`"),
  policiesDeprecated: since("3.14", "Event loop policies warn that they are deprecated", "gh-127949"),
  eventLoopAlias: since("3.13", "`asyncio.EventLoop` exists"),
  invalidKeywordShort: since("3.13", "`Task(foo=1)` is told that it got an unexpected keyword argument"),
};
