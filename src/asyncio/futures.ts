/** Mirrors `asyncio.futures`: Future, and how a future of one kind follows one of the other. */
import { BaseException, RuntimeError, StopIteration, TypeError } from "../builtins/exceptions.js";
import { define_classes, type_name } from "../builtins/names.js";
import { threadState } from "../interpreter/state.js";
import type { Blocking } from "../kernel/traps.js";
import type { BaseEventLoop } from "./base_events.js";
import { CANCELLED, FAILED, FINISHED, FutureBase, isfuture, PENDING } from "./base_futures.js";
import { get_event_loop } from "./events.js";
import type { CallOptions } from "./base_events.js";
import { CancelledError, InvalidStateError } from "./exceptions.js";

export { isfuture };

const STOP_ITERATION = "StopIteration interacts badly with generators and cannot be raised into a Future";

/** A callback of a future: it is called with the future once that is done. */
export type FutureCallback<F> = (future: F) => Generator<never, unknown, unknown> | void;

/** What futures and tasks have in common for their users. */
export abstract class PublicFuture<T> extends FutureBase<T> {
  /** Whether it has a result or an exception, or was cancelled. */
  done(): boolean {
    return this._state !== PENDING;
  }

  /** Whether it was cancelled. */
  cancelled(): boolean {
    return this._state === CANCELLED;
  }

  /**
   * The result.
   * @throws InvalidStateError `Result is not set.`; CancelledError when it was cancelled; the exception when it has one
   */
  result(): T {
    if (this._state === PENDING) throw new InvalidStateError("Result is not set.");
    return this._result();
  }

  /**
   * The exception; `null` when it has a result.
   * @throws InvalidStateError `Exception is not set.`; CancelledError when it was cancelled
   */
  exception(): unknown {
    if (this._state === PENDING) throw new InvalidStateError("Exception is not set.");
    if (this._state === CANCELLED) throw this._make_cancelled_error();
    if (this._state === FINISHED) return null;
    this._retrieved();
    return this._value;
  }

  /** The loop that it belongs to. */
  get_loop(): BaseEventLoop {
    return this._loop;
  }

  /**
   * Has a callback called by the loop once the future is done; if it is done already, in the next iteration.
   * @param options `context`: what to run it in; a copy of the current one unless told
   */
  add_done_callback(fn: (future: this) => unknown, options: CallOptions = {}): void {
    const context = options.context ?? null;
    if (this._state !== PENDING) this._loop._call_soon(fn, [this], context);
    else this._add({ fn, vars: threadState().bindings, context });
  }

  /** Removes every occurrence of a callback. @returns how many there were */
  remove_done_callback(fn: (future: this) => unknown): number {
    const kept = this._list().filter((callback) => !("fn" in callback) || callback.fn !== fn);
    const removed = this._list().length - kept.length;
    if (removed > 0) this._callbacks = kept.length === 0 ? null : kept;
    return removed;
  }

  /** Has it followed by a warning when its exception is never looked at. @internal */
  _fail(error: unknown): void {
    const { unretrieved, unreferenced } = this._loop._interpreter;
    // A callback would still have it.
    const freed = this._callbacks === null && unreferenced.has(this);
    this._complete(FAILED, error);
    if (freed) this._loop._report(this._unretrieved_context());
    else unretrieved.add(this);
  }

  /**
   * The program has no reference to it any more (see `builtins.del`): an exception that nobody has looked at is told now, or when it comes. @internal
   */
  *_freed(): Blocking<void> {
    const { unretrieved, unreferenced } = this._loop._interpreter;
    unreferenced.add(this);
    if (unretrieved.delete(this)) yield* this._report_unretrieved();
  }
}

/** A result that will come. Mirrors `asyncio.Future`; only its loop's thread may touch it. */
export class Future<T = unknown> extends PublicFuture<T> {
  /**
   * @param options `loop`: the loop that it belongs to; `get_event_loop()` unless told
   * @param maker the loop, when a loop makes its own future
   */
  constructor(options: { readonly loop?: BaseEventLoop | null } | null = null, maker: BaseEventLoop | null = null) {
    super(maker ?? options?.loop ?? get_event_loop());
  }

  /** In Python a task is a future; here the classes only have the same base. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    if (this === Future) return value instanceof PublicFuture;
    return Function.prototype[Symbol.hasInstance].call(this, value);
  }

  /** @internal */
  _kind(): string {
    return type_name(this);
  }

  override cancel(msg: unknown = null): boolean {
    if (arguments.length > 0) check_message_allowed(this._loop);
    return super.cancel(msg);
  }

  /** Completes it. @throws InvalidStateError `invalid state` when it is done */
  set_result(result: T): void {
    if (this._state !== PENDING) throw new InvalidStateError("invalid state");
    this._complete(FINISHED, result);
  }

  /**
   * Completes it with an exception.
   * @param exception an exception, or a class to make one of
   * @throws InvalidStateError `invalid state` when it is done
   * @throws TypeError when it is no exception, or (up to 3.12) a StopIteration
   */
  set_exception(exception: unknown): void {
    if (this._state !== PENDING) throw new InvalidStateError("invalid state");
    let error: unknown = exception;
    if (typeof error === "function" && error.prototype instanceof BaseException)
      error = new (error as new () => unknown)();
    if (!(error instanceof Error)) throw new TypeError("invalid exception object");
    const { stopIterationWrapped } = this._loop._interpreter.profile;
    // Where it is refused, only the class itself is: one derived from it goes through.
    if (error instanceof StopIteration && (stopIterationWrapped || error.constructor === StopIteration)) {
      if (!stopIterationWrapped) throw new TypeError(STOP_ITERATION);
      const wrapped = new RuntimeError(STOP_ITERATION);
      wrapped.__cause__ = error;
      wrapped.__context__ = error;
      error = wrapped;
    }
    this._fail(error);
  }
}

/**
 * Refuses a message in Python 3.8, where `cancel` takes none.
 * @throws TypeError with that text
 * @internal
 */
export function check_message_allowed(loop: BaseEventLoop, text = "cancel() takes no arguments (1 given)"): void {
  if (!loop._interpreter.profile.cancelMessages) throw new TypeError(text);
}

/** Sets a result unless the future was cancelled meanwhile. @internal */
export function _set_result_unless_cancelled<T>(future: Future<T>, result: T): void {
  if (!future.cancelled()) future.set_result(result);
}

/** Lets somebody who waits go on. @internal */
export function _release_waiter(waiter: Future<void>): void {
  if (!waiter.done()) waiter.set_result();
}

export { CancelledError };

define_classes("_asyncio", { Future });
