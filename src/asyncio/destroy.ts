/** What becomes of a coroutine whose task is freed before it is done. */
import { BaseException, GeneratorExit, RuntimeError } from "../builtins/exceptions.js";
import { mark_raised } from "../builtins/raise.js";
import { repr } from "../builtins/repr.js";
import { format_exception_only } from "../builtins/traceback.js";
import { interpreter } from "../interpreter/state.js";
import type { Kernel } from "../kernel/kernel.js";
import { Operation } from "../kernel/operation.js";
import type { Blocking } from "../kernel/traps.js";
import type { Coroutine } from "./awaitable.js";

/** Drives a coroutine to its end as `close()` does. @returns what it failed with, or null */
function* close(kernel: Kernel, coro: Coroutine<unknown>): Blocking<BaseException | null> {
  try {
    let step = coro.throw(new GeneratorExit());
    while (step.done !== true && step.value instanceof Operation) {
      yield step.value;
      step = coro.next();
    }
    return step.done === true ? null : new RuntimeError("coroutine ignored GeneratorExit");
  } catch (error) {
    if (!(error instanceof BaseException)) kernel.crash(error);
    if (error instanceof GeneratorExit) return null;
    mark_raised(error);
    return error;
  }
}

/**
 * Closes a coroutine that nobody can drive any more: its `finally` blocks run, and what goes wrong in them is printed.
 * @param coro one that is not running
 * @internal
 */
export function* _close_freed(kernel: Kernel, coro: Coroutine<unknown>): Blocking<void> {
  const failure = yield* close(kernel, coro);
  if (failure === null) return;
  const { profile, stderr } = interpreter();
  const header = failure.__traceback__ === null ? "" : "Traceback (most recent call last):\n";
  const text = header + format_exception_only(failure, profile, "excepthook");
  yield* stderr.write(kernel, [`Exception ignored in: ${repr(coro)}\n${text}`], true);
}
