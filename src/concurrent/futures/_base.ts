/**
 * Mirrors `concurrent.futures._base`: the future that threads share.
 *
 * CPython protects each future by a Condition. No user code runs while it is held, so here every method is one visible operation on the future
 * and waiting is a gate. After the state has changed, waiters and callbacks race: a scheduling point lies between them.
 */
import { bool } from "../../builtins/compare.js";
import { BaseException, Exception, RuntimeError } from "../../builtins/exceptions.js";
import { mark_raised, set_context } from "../../builtins/raise.js";
import { define_classes, repr, type_name } from "../../builtins/repr.js";
import { format_exception } from "../../builtins/traceback.js";
import { awaitErrorOf } from "../../interpreter/await_error.js";
import { checkTimeout, deadlineAfter } from "../../interpreter/seconds.js";
import { interpreter } from "../../interpreter/state.js";
import { resumed } from "../../interpreter/streams.js";
import { timeoutErrorOf } from "../../interpreter/timeout_error.js";
import { current } from "../../kernel/current.js";
import { AT_ONCE, type Kernel } from "../../kernel/kernel.js";
import { Gate, Operation } from "../../kernel/operation.js";
import { isBlocking, type Blocking } from "../../kernel/traps.js";
import { runningThread } from "../../kernel/wait.js";

/** The root of this module's errors. */
class FutureError extends Exception {}
/** The future was cancelled. An `Exception`, unlike asyncio's of the same name. */
export class CancelledError extends FutureError {}
/** The operation is not allowed in this state. */
export class InvalidStateError extends FutureError {}
/** This module's own TimeoutError of Python 3.8 to 3.10. */
class SeparateTimeoutError extends FutureError {}

/** The wait took longer than its limit. From Python 3.11 on it *is* the builtin `TimeoutError`; before, a class of its own. */
export const TimeoutError = timeoutErrorOf(SeparateTimeoutError);
export type TimeoutError = InstanceType<typeof TimeoutError>;

define_classes("concurrent.futures._base", {
  Error: FutureError,
  CancelledError,
  InvalidStateError,
  TimeoutError: SeparateTimeoutError,
});

/** The five states, by CPython's names. */
export type State = "PENDING" | "RUNNING" | "CANCELLED" | "CANCELLED_AND_NOTIFIED" | "FINISHED";

/** A callback of a future, plain or blocking; it is called by the thread that completes the future. */
export type DoneCallback<T> = (future: Future<T>) => Blocking<unknown> | void;

/**
 * A callback of the library itself: an asyncio future that follows a concurrent one, or the other way round.
 * It can also be called where nobody watches, at once.
 */
export abstract class Follower<T> {
  abstract follow(kernel: Kernel, future: Future<T>): Blocking<void>;
  abstract followAtOnce(kernel: Kernel, future: Future<T>): void;
}

/** What `wait` and `as_completed` leave at the futures that they wait for. */
export interface Waiter {
  /**
   * A future is over.
   * @param failed whether it has finished with an exception
   * @param cause the number of the event that says so
   */
  _add(kernel: Kernel, future: Future, failed: boolean, cause: number): void;
}

/** A result that another thread will give. Mirrors `concurrent.futures.Future`. */
export class Future<T = unknown> {
  /** @internal */
  _state: State = "PENDING";
  /** @internal */
  _result: T | undefined = undefined;
  /** @internal */
  _exception: unknown = null;
  private readonly _callbacks: (DoneCallback<T> | Follower<T>)[] = [];
  /** How many of the callbacks are users' own. */
  private _foreign = 0;
  /** Those of `wait` and `as_completed`; most futures never have one. */
  private _waiters: Waiter[] | null = null;
  /** Open once the future is done. @internal */
  readonly _done = new Gate("concurrent future", false);

  constructor() {
    // Outside a run it would keep its state, and whoever waits for it, from one run to the next.
    current();
  }

  // ---- for those who wait ------------------------------------------------------------------------------------------

  /**
   * Cancels it, unless it runs or is done. The callbacks are called before this returns.
   * @returns whether it is cancelled now
   */
  cancel(): Blocking<boolean> {
    const kernel = current();
    kernel.calls("future.cancel()");
    return this._cancel(kernel);
  }

  /** @internal */
  *_cancel(kernel: Kernel): Blocking<boolean> {
    kernel.undriven = "";
    if (kernel.credit-- <= 0) yield this._change();
    if (this._state === "RUNNING" || this._state === "FINISHED") return false;
    if (this._state !== "PENDING") return true;
    this._become(kernel, "CANCELLED");
    yield* this._call_back(kernel);
    return true;
  }

  /** Whether it was cancelled. */
  cancelled(): Blocking<boolean> {
    return this._is(["CANCELLED", "CANCELLED_AND_NOTIFIED"], "future.cancelled()");
  }

  /** Whether it is being executed and cannot be cancelled. */
  running(): Blocking<boolean> {
    return this._is(["RUNNING"], "future.running()");
  }

  /** Whether it was cancelled or has finished. */
  done(): Blocking<boolean> {
    return this._is(["CANCELLED", "CANCELLED_AND_NOTIFIED", "FINISHED"], "future.done()");
  }

  private _is(states: readonly State[], name: string): Blocking<boolean> {
    const kernel = current();
    kernel.calls(name);
    return this._look(kernel, states);
  }

  private *_look(kernel: Kernel, states: readonly State[]): Blocking<boolean> {
    kernel.undriven = "";
    if (kernel.credit-- <= 0) yield new Operation("look at concurrent future", this._done, "read");
    return states.includes(this._state);
  }

  /**
   * Waits for the result.
   * @param timeout how long at most, in seconds; `null` for ever
   * @throws CancelledError when it was cancelled
   * @throws TimeoutError when it is not done in time
   * @throws the exception that it finished with
   */
  result(timeout: number | null = null): Blocking<T> {
    const kernel = current();
    kernel.calls("future.result(…)");
    return this._await_result(kernel, timeout);
  }

  private *_await_result(kernel: Kernel, timeout: number | null): Blocking<T> {
    kernel.undriven = "";
    yield* this._wait(kernel, timeout);
    if (this._raises()) throw this._exception;
    return this._result as T;
  }

  /** Whether its exception is raised by `result()`: up to 3.13, one that counts as false is not. */
  private _raises(): boolean {
    if (this._exception === null) return false;
    return interpreter().profile.falseExceptionsRaised || bool(this._exception);
  }

  /**
   * Waits for the exception; `null` when it finished with a result.
   * @param timeout how long at most, in seconds; `null` for ever
   * @throws CancelledError when it was cancelled
   * @throws TimeoutError when it is not done in time
   */
  exception(timeout: number | null = null): Blocking<unknown> {
    const kernel = current();
    kernel.calls("future.exception(…)");
    return this._await_exception(kernel, timeout);
  }

  private *_await_exception(kernel: Kernel, timeout: number | null): Blocking<unknown> {
    kernel.undriven = "";
    yield* this._wait(kernel, timeout);
    return this._exception;
  }

  /** Waits once; what counts afterwards is the state, not whether the wait timed out. */
  private *_wait(kernel: Kernel, timeout: number | null): Blocking<void> {
    if (!this._done.open || kernel.credit-- <= 0) {
      if (!this._done.open) checkTimeout(timeout);
      runningThread(kernel).deadline = deadlineAfter(kernel.now, timeout);
      yield new Operation("wait for concurrent future", this._done, "read", this._done);
    }
    if (this._state === "FINISHED") return;
    if (this._done.open) throw new CancelledError();
    throw new TimeoutError();
  }

  /** Has a callback called by the thread that completes the future; at once by this one if it is done. */
  add_done_callback(fn: DoneCallback<T>): Blocking<void> {
    const kernel = current();
    kernel.calls("future.add_done_callback(…)");
    this._foreign++;
    return this._add(kernel, fn);
  }

  /** @internal */
  *_add(kernel: Kernel, fn: DoneCallback<T> | Follower<T>): Blocking<void> {
    kernel.undriven = "";
    if (kernel.credit-- <= 0) yield new Operation("add callback to concurrent future", this._done, "write");
    if (!this._done.open) this._callbacks.push(fn);
    else yield* this._call_one(kernel, fn);
  }

  /** `_add` where nobody watches. @internal */
  _addAtOnce(kernel: Kernel, follower: Follower<T>): void {
    kernel.credit--;
    if (!this._done.open) this._callbacks.push(follower);
    else follower.followAtOnce(kernel, this);
  }

  // ---- for those who complete it -----------------------------------------------------------------------------------

  /**
   * Marks it as running; from then on it cannot be cancelled.
   * @returns false when it was cancelled before
   * @throws RuntimeError `Future in unexpected state`
   */
  set_running_or_notify_cancel(): Blocking<boolean> {
    const kernel = current();
    kernel.calls("future.set_running_or_notify_cancel()");
    return this._set_running(kernel);
  }

  /** @internal */
  *_set_running(kernel: Kernel): Blocking<boolean> {
    kernel.undriven = "";
    if (kernel.credit-- <= 0) yield this._change();
    if (this._state === "CANCELLED") {
      this._become(kernel, "CANCELLED_AND_NOTIFIED");
      return false;
    }
    if (this._state === "PENDING") {
      this._become(kernel, "RUNNING");
      return true;
    }
    const { stderr } = interpreter();
    const text = `Future ${String(Number(interpreter().addressOf(this)))} in unexpected state: ${this._state}\n`;
    yield* stderr.write(kernel, [text], true);
    throw new RuntimeError("Future in unexpected state");
  }

  /** Completes it. @throws InvalidStateError when it is done */
  set_result(result: T): Blocking<void> {
    const kernel = current();
    kernel.calls("future.set_result(…)");
    return this._finish(kernel, result, null);
  }

  /** Completes it with an exception. @throws InvalidStateError when it is done */
  set_exception(exception: unknown): Blocking<void> {
    const kernel = current();
    kernel.calls("future.set_exception(…)");
    return this._finish(kernel, undefined, exception);
  }

  /** @param handled the exception that is being handled meanwhile @internal */
  *_finish(
    kernel: Kernel,
    result: T | undefined,
    exception: unknown,
    handled: BaseException | null = null,
  ): Blocking<void> {
    kernel.undriven = "";
    if (kernel.credit-- <= 0) yield this._change();
    this._take(kernel, result, exception);
    yield* this._call_back(kernel, handled);
  }

  /** Marks it as running and completes it, where nobody watches. @returns false when that must be done step by step @internal */
  _completeAtOnce(kernel: Kernel, result: T | undefined, exception: unknown): boolean {
    if (kernel.credit <= AT_ONCE || this._foreign > 0 || this._state !== "PENDING") return false;
    kernel.credit -= 2;
    this._become(kernel, "RUNNING");
    this._take(kernel, result, exception);
    if (this._callbacks.length > 0) kernel.credit--;
    for (const follower of this._callbacks) (follower as Follower<T>).followAtOnce(kernel, this);
    return true;
  }

  private _take(kernel: Kernel, result: T | undefined, exception: unknown): void {
    if (this._done.open) throw new InvalidStateError(`${this._state}: ${repr(this)}`);
    this._result = result;
    this._exception = exception;
    this._become(kernel, "FINISHED");
  }

  private _become(kernel: Kernel, state: State): void {
    this._state = state;
    const future = kernel.observer === null ? "" : kernel.label(this._done);
    const cause = kernel.observer?.note("concurrent.state", 0, { future, state }) ?? 0;
    if (state === "RUNNING") {
      // From now on it is this thread that the others wait for.
      this._done.owner = kernel.thread;
      return;
    }
    if (this._waiters !== null && state !== "CANCELLED") {
      const self = this as unknown as Future;
      for (const waiter of this._waiters) waiter._add(kernel, self, this._exception !== null, cause);
    }
    kernel.open(this._done, cause);
  }

  /** Whether `wait` and `as_completed` count it as over: a cancelled one is when the worker that it was meant for has noticed. @internal */
  _over(): boolean {
    return this._state === "FINISHED" || this._state === "CANCELLED_AND_NOTIFIED";
  }

  /** @internal */
  _await_by(waiter: Waiter): void {
    (this._waiters ??= []).push(waiter);
  }

  /** @internal */
  _forget(waiter: Waiter): void {
    const at = this._waiters?.indexOf(waiter) ?? -1;
    if (at >= 0) this._waiters?.splice(at, 1);
  }

  private _change(): Operation {
    return new Operation("change concurrent future", this._done, "write");
  }

  /** Calls the callbacks. Those who wait may go first: the state has changed and the lock is free. */
  private *_call_back(kernel: Kernel, handled: BaseException | null = null): Blocking<void> {
    const callbacks = this._callbacks;
    if (callbacks.length === 0) return;
    if (kernel.credit-- <= 0) yield resumed;
    for (const fn of callbacks) yield* this._call_one(kernel, fn, handled);
  }

  /** Calls a callback; an `Exception` is logged, anything else goes on to the caller. */
  private *_call_one(
    kernel: Kernel,
    fn: DoneCallback<T> | Follower<T>,
    handled: BaseException | null = null,
  ): Blocking<void> {
    try {
      const done = fn instanceof Follower ? fn.follow(kernel, this) : fn(this);
      if (isBlocking(done)) yield* done;
    } catch (error) {
      if (handled !== null && error instanceof BaseException && error.__context__ === null) set_context(error, handled);
      if (!(error instanceof Exception)) throw error;
      yield* interpreter().stderr.write(kernel, [this._complaint(error)], true);
    }
  }

  /** What is logged about a callback that failed. @internal */
  _complaint(error: Exception): string {
    mark_raised(error);
    return `exception calling callback for ${repr(this)}\n${format_exception(error)}`;
  }

  __repr__(): string {
    const state = this._state === "CANCELLED_AND_NOTIFIED" ? "cancelled" : this._state.toLowerCase();
    let outcome = "";
    if (this._state === "FINISHED") {
      outcome =
        this._exception !== null && bool(this._exception)
          ? ` raised ${type_name(this._exception)}`
          : ` returned ${type_name(this._result)}`;
    }
    return `<Future at ${interpreter().addressOf(this)} state=${state}${outcome}>`;
  }
}

// Awaiting one of these is a mistake that users make. It does not compile; where types are not checked, it raises what Python raises.
Object.defineProperty(Future.prototype, Symbol.iterator, {
  value: function await_refused(this: Future): never {
    throw awaitErrorOf(this);
  },
});

/** Whether something is one of these futures. */
export function is_concurrent_future(value: unknown): value is Future {
  return value instanceof Future;
}
