/** Mirrors `asyncio.exceptions`. */
import { BaseException, EOFError, Exception, RuntimeError } from "../builtins/exceptions.js";
import { define_classes, repr } from "../builtins/repr.js";
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

/** A stream ended before enough was read. */
export class IncompleteReadError extends EOFError {
  /** What was read before the end, as bytes. */
  readonly partial: Uint8Array;
  /** How many bytes should have been read; `null` where a separator was looked for. */
  readonly expected: number | null;

  constructor(partial: Uint8Array, expected: number | null) {
    const total = expected === null ? "undefined" : repr(expected);
    super(`${String(partial.length)} bytes read on a total of ${total} expected bytes`);
    this.partial = partial;
    this.expected = expected;
  }
}

/** A stream's buffer was full before a separator was found. */
export class LimitOverrunError extends Exception {
  /** How many bytes have no separator. */
  readonly consumed: number;

  constructor(message: string, consumed: number) {
    super(message);
    this.consumed = consumed;
  }
}

/** The barrier was aborted or reset (3.11 and later). */
export class BrokenBarrierError extends RuntimeError {}

define_classes("asyncio.exceptions", {
  ...{ CancelledError, InvalidStateError, TimeoutError: SeparateTimeoutError },
  ...{ IncompleteReadError, LimitOverrunError, BrokenBarrierError },
});
