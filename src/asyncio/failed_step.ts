/** What a loop is told when a task's step fails before the coroutine is resumed, or after: that is no matter of the coroutine. */
import { type BaseException, RuntimeError } from "../builtins/exceptions.js";
import { mark_raised } from "../builtins/raise.js";
import { repr } from "../builtins/repr.js";
import type { EnteredContext } from "../interpreter/state.js";
import type { BaseEventLoop } from "./base_events.js";
import { describe_done_callback, type Waiter } from "./base_futures.js";

/** The callback of a step: the wake-up by a future, or the object that CPython makes for any other step. */
function step_text(loop: BaseEventLoop, task: Waiter): string {
  if (task._fut_waiter !== null) return describe_done_callback(task);
  const { profile } = loop._interpreter;
  const name = profile.stepReprShowsModule ? "_asyncio.TaskStepMethWrapper" : "TaskStepMethWrapper";
  return `<${name} object at ${loop._interpreter.addressOf(task)}>()`;
}

/** Reports a step as a failed callback. @internal */
export function report_failed_step(loop: BaseEventLoop, task: Waiter, exception: BaseException): null {
  const text = step_text(loop, task);
  mark_raised(exception);
  const { _vars, _context } = task;
  const handle = { _vars, _context, __repr__: () => `<Handle ${text}>` };
  loop._report({ message: `Exception in callback ${text}`, exception, handle });
  return null;
}

/** A task's context is in use, so that its step is lost, and nothing will ever resume the task. @internal */
export function report_taken_context(loop: BaseEventLoop, task: Waiter, context: EnteredContext): null {
  return report_failed_step(loop, task, new RuntimeError(`cannot enter context: ${repr(context)} is already entered`));
}
