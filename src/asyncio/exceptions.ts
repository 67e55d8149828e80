/** Mirrors `asyncio.exceptions`. */
import { BaseException, Exception } from "../builtins/exceptions.js";
import { define_classes } from "../builtins/repr.js";
import { timeoutErrorOf } from "../interpreter/timeout_error.js";

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
export const TimeoutError = timeoutErrorOf(SeparateTimeoutError);
export type TimeoutError = InstanceType<typeof TimeoutError>;

define_classes("asyncio.exceptions", { CancelledError, InvalidStateError, TimeoutError: SeparateTimeoutError });
