/** What every kind of future shares: its state, its callbacks, and how it reads. Mirrors `asyncio.base_futures`. */
import { RecursionError, RuntimeError } from "../builtins/exceptions.js";
import { repr, short_repr } from "../builtins/repr.js";
import { interpreter, type Bindings, type EnteredContext } from "../interpreter/state.js";
import type { Blocking } from "../kernel/traps.js";
import type { BaseEventLoop } from "./base_events.js";
import type { Await } from "./awaitable.js";
import type { ExceptionContext } from "./exception_handler.js";
import { CancelledError } from "./exceptions.js";
import { Handle } from "./handle.js";
import type { Runnable } from "./ready.js";
import { describe_callback } from "./format_helpers.js";

export const PENDING = 0;
export const CANCELLED = 1;
export const FINISHED = 2;
/** Finished with an exception. */
export const FAILED = 3;

/** One callback of `add_done_callback`, with the context that it was given or that was current then. */
export interface DoneCallback {
  readonly fn: (future: never) => unknown;
  readonly vars: Bindings;
  readonly context: EnteredContext | null;
}

/** A task that waits: its next step is its own callback. */
export interface Waiter extends Runnable {
  readonly _fut_waiter: FutureBase<unknown> | null;
  readonly _vars: Bindings;
  readonly _context: EnteredContext | null;
}

type Callback = DoneCallback | Waiter;

function isWaiter(callback: Callback): callback is Waiter {
  return "_fut_waiter" in callback;
}

/** What is known of a cancellation: the message of `cancel(msg)`, and the CancelledError that ended a task. */
export interface Cancellation {
  message: unknown;
  error: CancelledError | null;
}

/**
 * The iterator result that every await sends. It is read at once and reused, so that an await allocates nothing; and by being this very object it
 * tells an await from a bare `yield` of a future, since `yield*` hands it on as it is.
 */
export const awaits: { done: false; value: Await } = { done: false, value: null as unknown as Await };

/**
 * The state machine of futures, tasks and sleeps.
 * invariant: `_callbacks` is `null` once the state is not PENDING; callbacks are run by the loop, never from here
 */
export abstract class FutureBase<T> {
  /** @internal */
  _state: number = PENDING;
  /** The result, or the exception when FAILED. @internal */
  _value: unknown = undefined;
  /** @internal */
  _loop: BaseEventLoop;
  /** None, one, or several. @internal */
  _callbacks: Callback | Callback[] | null = null;
  /** How it was cancelled, if it was. @internal */
  _cancellation: Cancellation | null = null;

  constructor(loop: BaseEventLoop) {
    this._loop = loop;
  }

  /** @internal */
  abstract _kind(): string;

  /** A future can be driven like a coroutine object, but is none. @internal */
  get _not_a_coroutine(): boolean {
    return true;
  }

  /** What the trace calls it. @internal */
  _future_label(): string {
    return this._loop._interpreter.label(this._kind(), this);
  }

  /**
   * Cancels it, unless it is done.
   * @param msg for the CancelledError (3.9 and later)
   * @returns whether it was pending
   */
  cancel(msg: unknown = null): boolean {
    if (this._state !== PENDING) {
      this._retrieved();
      return false;
    }
    if (msg !== null) this._cancellation = { message: msg, error: null };
    this._complete(CANCELLED, undefined);
    return true;
  }

  /** Appends a callback. @internal */
  _add(callback: Callback): void {
    const callbacks = this._callbacks;
    if (callbacks === null) this._callbacks = callback;
    else if (Array.isArray(callbacks)) callbacks.push(callback);
    else this._callbacks = [callbacks, callback];
  }

  /** All callbacks, in order. @internal */
  _list(): readonly Callback[] {
    const callbacks = this._callbacks;
    if (callbacks === null) return [];
    return Array.isArray(callbacks) ? callbacks : [callbacks];
  }

  /** Leaves the PENDING state and hands every callback to the loop. @internal */
  _complete(state: number, value: unknown): void {
    this._state = state;
    this._value = value;
    const loop = this._loop;
    if (loop._observer !== null) loop._note_future(this);
    const callbacks = this._callbacks;
    if (callbacks === null) return;
    this._callbacks = null;
    if (!Array.isArray(callbacks)) this._hand_over(callbacks);
    else for (const callback of callbacks) this._hand_over(callback);
  }

  /** @internal */
  _hand_over(callback: Callback): void {
    const loop = this._loop;
    loop._check_open();
    if (isWaiter(callback)) loop._enqueue(callback);
    else loop._enqueue(new Handle(callback.fn, [this], loop, callback.vars, callback.context));
  }

  /** The exception that a cancelled future raises: the original one the first time, where the version keeps it. @internal */
  _make_cancelled_error(): CancelledError {
    const { profile } = this._loop._interpreter;
    if (!profile.cancelMessages) return new CancelledError();
    const message = this._cancellation?.message ?? null;
    const before = this._cancellation?.error ?? null;
    if (before !== null && this._cancellation !== null && profile.cancelledErrorTravels) {
      this._cancellation.error = null;
      return before;
    }
    const error = message === null ? new CancelledError() : new CancelledError(message);
    if (before !== null) error.__context__ = before;
    return error;
  }

  /** The result has been looked at: nothing needs to be said about an exception. @internal */
  _retrieved(): void {
    if (this._state === FAILED) this._loop._interpreter.unretrieved.delete(this);
  }

  /** What is told of an exception that was never looked at. @internal */
  _unretrieved_context(): ExceptionContext {
    return { message: `${this._kind()} exception was never retrieved`, exception: this._value, future: this };
  }

  /** Says that an exception was never looked at. @internal */
  *_report_unretrieved(): Blocking<void> {
    yield* this._loop.call_exception_handler(this._unretrieved_context());
  }

  /** What `await` does: sends the future to the loop, unless it is done. It is its own iterator and keeps no state of the await. */
  next(): IteratorResult<Await, T> {
    if (this._state === PENDING) {
      awaits.value = this as unknown as Await;
      return awaits;
    }
    return { done: true, value: this._result() };
  }

  /**
   * An `await` has marked it as awaited, and then the task could not wait for it. CPython leaves the mark, and every later `await` fails while
   * the future is pending. @internal
   */
  _leave_marked(): void {
    Object.defineProperty(this, "next", { value: next_of_marked });
  }

  throw(error: unknown): IteratorResult<Await, T> {
    throw error;
  }

  return(value: T): IteratorResult<Await, T> {
    return { done: true, value };
  }

  [Symbol.iterator](): this {
    return this;
  }

  /** The result of a future that is done. @internal */
  _result(): T {
    if (this._state === FINISHED) return this._value as T;
    if (this._state === CANCELLED) throw this._make_cancelled_error();
    this._retrieved();
    throw this._value;
  }

  /** What stands between the angle brackets of its repr. @internal */
  _repr_info(): string[] {
    const info = [["pending", "cancelled", "finished", "finished"][this._state] as string];
    if (this._state === FAILED) info.push(`exception=${repr(this._value)}`);
    if (this._state === FINISHED) info.push(`result=${short_repr(this._value)}`);
    const callbacks = this._list().map((callback) => describe_done_callback(callback));
    const [first, second] = callbacks;
    if (callbacks.length > 2)
      info.push(`cb=[${String(first)}, <${String(callbacks.length - 2)} more>, ${String(callbacks.at(-1))}]`);
    else if (callbacks.length === 2) info.push(`cb=[${String(first)}, ${String(second)}]`);
    else if (callbacks.length === 1) info.push(`cb=[${String(first)}]`);
    return info;
  }

  __repr__(): string {
    if (printing.includes(this)) return this._repr_again();
    printing.push(this);
    try {
      return `<${this._kind()} ${this._repr_info().join(" ")}>`;
    } finally {
      printing.pop();
    }
  }

  /** What is written for a future inside of its own repr: as a result, or as what it waits for. */
  private _repr_again(): string {
    if (interpreter().profile.futureReprEndsInDots) return "...";
    if (this._state !== PENDING) return `<${this._kind()} finished result=...>`;
    throw new RecursionError("maximum recursion depth exceeded while calling a Python object");
  }
}

function next_of_marked(this: FutureBase<unknown>): IteratorResult<Await, unknown> {
  if (this._state === PENDING) throw new RuntimeError("await wasn't used with future");
  return FutureBase.prototype.next.call(this);
}

/** The futures whose repr is being made, the outermost first. */
const printing: FutureBase<unknown>[] = [];

/** How a callback of a future is written; a task that waits for it is its own callback. @internal */
export function describe_done_callback(callback: Callback): string {
  if (!isWaiter(callback)) return describe_callback(callback.fn, null);
  const run = interpreter();
  if (run.profile.wakeupReprByName) return "Task.task_wakeup()";
  return `<TaskWakeupMethWrapper object at ${run.addressOf(callback)}>()`;
}

/** Whether something is one of asyncio's futures or tasks. */
export function isfuture(value: unknown): boolean {
  return value instanceof FutureBase && value._not_a_coroutine;
}
