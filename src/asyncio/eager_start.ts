/** How a task begins within the call that makes it (3.12 and later). */
import { AttributeError, RuntimeError } from "../builtins/exceptions.js";
import { repr } from "../builtins/repr.js";
import { threadState } from "../interpreter/state.js";
import { UsageError } from "../kernel/errors.js";
import type { BaseEventLoop } from "./base_events.js";
import { PENDING } from "./base_futures.js";
import type { Task } from "./task.js";

/** What stands for the coroutine of a task that has ended in its first step. @internal */
export const FORGOTTEN = {};

/** What such a task says of its coroutine. @throws UsageError where CPython crashes @internal */
export function coro_of_forgotten(loop: BaseEventLoop): null {
  if (!loop._interpreter.profile.eagerCoroutineCrashes) return null;
  return loop._kernel.crash(
    new UsageError("get_coro() of a task that has ended in its first eager step: CPython 3.12.1 dies of it"),
  );
}

/** Whether a task is to begin at once: its loop must run. @throws AttributeError when `eager_start` is given without a loop, as CPython does */
export function begins_at_once(loop: BaseEventLoop, given: BaseEventLoop | null | undefined): boolean {
  if (given === null || given === undefined)
    throw new AttributeError("'NoneType' object has no attribute 'is_running'");
  return loop.is_running();
}

const CONTEXT_TAKEN =
  "an eager task in a context that is entered already: after the RuntimeError that this is, no task of CPython's loop goes on; give the task a copy of the context";

/**
 * Takes the first step of a new task in the middle of whatever makes it: in the task's own context and as the current task; then everything is as it was before.
 * What the step does in threads is done from here, since a function call cannot be left and resumed.
 * @throws SystemExit and KeyboardInterrupt when the coroutine raises them; RuntimeError `cannot enter context: … is already entered`, or UsageError where CPython's
 *   loop would not survive that
 * @internal
 */
export function start_eagerly(task: Task, loop: BaseEventLoop): void {
  const state = threadState();
  const { bindings, context } = state;
  if (task._context?.entered === true) {
    // CPython takes the new task for the current one from then on, and no other task of the loop can go on: but for a maker that is in its own first step.
    if (loop._eager_steps === 0) loop._kernel.crash(new UsageError(CONTEXT_TAKEN));
    throw new RuntimeError(`cannot enter context: ${repr(task._context)} is already entered`);
  }
  const [current, own] = [loop._current_task, loop._state];
  // The newest bindings of an entered context are with the thread, which is about to have others.
  if (context !== null) context.bindings = bindings;
  loop._state = state;
  loop._eager_steps++;
  try {
    let operation = task._run(loop);
    while (operation !== null) {
      loop._kernel.pause(operation);
      operation = task._resume(loop);
    }
  } finally {
    loop._eager_steps--;
    loop._state = own;
    loop._current_task = current;
    state.context = context;
    state.bindings = bindings;
    if (task._state !== PENDING) task._forget_coro();
  }
}
