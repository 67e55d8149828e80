/** Mirrors `asyncio.exceptions`. */
import { BaseException, Exception, TimeoutError as BuiltinTimeoutError } from "../builtins/exceptions.js";
import { define_classes } from "../builtins/repr.js";
import { interpreter } from "../interpreter/state.js";
import { isRunning } from "../kernel/current.js";

/** The future or task was cancelled. Not an `Exception`, so `except Exception` lets it pass. */
export class CancelledError extends BaseException {}

/** The operation is not allowed in this state. */
export class InvalidStateError extends Exception {}

/** asyncio's own TimeoutError of Python 3.8 to 3.10. */
class SeparateTimeoutError extends Exception {}

/**
 * The operation took longer than its limit. From Python 3.11 on it *is* the builtin `TimeoutError`; up to 3.10 it is a class of its own, which
 * the builtin's handlers do not catch. Both are asked for by this one name, and the profile decides.
 */
export class TimeoutError extends Exception {
  constructor(...args: unknown[]) {
    super();
    const unified = interpreter().profile.timeoutErrorsUnified;
    return (unified ? new BuiltinTimeoutError(...args) : new SeparateTimeoutError(...args)) as unknown as TimeoutError;
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    const unified = !isRunning() || interpreter().profile.timeoutErrorsUnified;
    return value instanceof SeparateTimeoutError || (unified && value instanceof BuiltinTimeoutError);
  }
}

define_classes("asyncio.exceptions", { CancelledError, InvalidStateError, TimeoutError: SeparateTimeoutError });
