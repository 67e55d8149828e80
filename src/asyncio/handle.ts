/** `asyncio.Handle` and `asyncio.TimerHandle`: callbacks that a loop will run. */
import { eq } from "../builtins/compare.js";
import {
  AssertionError,
  BaseException,
  KeyboardInterrupt,
  RuntimeError,
  SystemExit,
  TypeError,
} from "../builtins/exceptions.js";
import { mark_raised } from "../builtins/raise.js";
import { define_classes, float_repr, repr, type_name } from "../builtins/repr.js";
import { _context_of, Context } from "../contextvars.js";
import type { Bindings, EnteredContext, ThreadState } from "../interpreter/state.js";
import { UsageError } from "../kernel/errors.js";
import { Operation } from "../kernel/operation.js";
import { isBlocking } from "../kernel/traps.js";
import type { BaseEventLoop } from "./base_events.js";
import { callback_label, describe_callback } from "./format_helpers.js";
import type { Runnable } from "./ready.js";

/** A blocking callback on its way: what its generator yields goes to the kernel. */
type Drive = Generator<Operation, unknown, unknown>;

/**
 * Whether an exception leaves the loop at once instead of going to its exception handler: Python's two, and everything that is no Python exception, such as
 * a failed assertion of JavaScript.
 */
export function leaves_loop(error: unknown): boolean {
  return error instanceof SystemExit || error instanceof KeyboardInterrupt || !(error instanceof BaseException);
}

/** Makes a context the thread's current one. @throws RuntimeError `cannot enter context: … is already entered` */
export function enter(state: ThreadState, vars: Bindings, context: EnteredContext | null): void {
  // Most handles run in the bindings of the one before, and a comparison costs less than a store.
  if (state.bindings !== vars) state.bindings = vars;
  if (state.context !== null) state.context = null;
  if (context === null) return;
  if (context.entered) throw new RuntimeError(`cannot enter context: ${repr(context)} is already entered`);
  context.entered = true;
  state.context = context;
  state.bindings = context.bindings;
}

/** Keeps what was bound for the next time that this context is entered. */
export function leave(state: ThreadState): void {
  const context = state.context;
  if (context === null) return;
  context.bindings = state.bindings;
  context.entered = false;
  state.context = null;
}

/** Calls a function; without the spread for few arguments, since that costs more than the call. */
function call(callback: (...args: never[]) => unknown, args: readonly unknown[]): unknown {
  switch (args.length) {
    case 0:
      return callback();
    case 1:
      return (callback as (a: unknown) => unknown)(args[0]);
    default:
      return callback(...(args as never[]));
  }
}

/** The arguments of a callback that has none: one array for all. */
const none: readonly unknown[] = [];

/** What `call_soon` gives: it can be cancelled until it runs. */
export class Handle implements Runnable {
  /** @internal */
  _callback: ((...args: never[]) => unknown) | null;
  /** @internal */
  _args: readonly unknown[];
  /** @internal */
  readonly _loop: BaseEventLoop;
  /** @internal */
  _vars: Bindings;
  /** @internal */
  _context: EnteredContext | null;
  /** Whether it has run to its end. */
  private _over = false;

  /** @internal */
  constructor(
    callback: (...args: never[]) => unknown,
    args: readonly unknown[],
    loop: BaseEventLoop,
    vars: Bindings,
    context: EnteredContext | null,
  ) {
    // null means that it was cancelled; somebody who gives a None is to be told at its turn.
    this._callback = (callback as unknown) === null ? (undefined as never) : callback;
    this._args = args.length === 0 ? none : args;
    this._loop = loop;
    this._vars = vars;
    this._context = context;
  }

  /** Cancels the callback; it stays in its queue and is skipped there. A second call does nothing. */
  cancel(): void {
    if (this._callback === null) return;
    const { _observer: observer } = this._loop;
    observer?.note("handle.cancel", 0, { handle: this._label() });
    this._callback = null;
    this._args = [];
  }

  /** Whether `cancel()` was called. */
  cancelled(): boolean {
    return this._callback === null;
  }

  /** The context that its callback runs in, made when it is first asked for (3.12 and later). @throws AttributeError before */
  get_context(): Context {
    const loop = this._loop;
    loop._interpreter.requires("getContext", "Handle", "get_context");
    if (this._context === null) {
      // While it runs, the thread has its context.
      if (!this._over && !this._waits()) return _context_of(loop._state);
      const context = new Context();
      context.bindings = this._vars;
      this._context = context;
    }
    return this._context as Context;
  }

  /** Whether its turn is still to come. @internal */
  _waits(): boolean {
    return this._callback === null || this._loop._ready.has(this);
  }

  /** @internal */
  _label(): string {
    return this._callback === null ? "cancelled handle" : callback_label(this._callback);
  }

  /** @internal */
  _run(loop: BaseEventLoop): Operation | null {
    const callback = this._callback;
    if (callback === null) return null;
    const state = loop._state;
    try {
      enter(state, this._vars, this._context);
      const result = call(callback, this._args);
      if (isBlocking(result)) {
        loop._drive = result;
        return this._resume(loop);
      }
    } catch (error) {
      this._failed(loop, error);
    }
    this._leave(state);
    return null;
  }

  /** Keeps the context, which somebody may ask for later. */
  private _leave(state: ThreadState): void {
    this._over = true;
    if (this._context === null) {
      this._vars = state.bindings;
      if (state.context === null) return;
      this._context = state.context;
    }
    leave(state);
  }

  /** @internal */
  _resume(loop: BaseEventLoop): Operation | null {
    try {
      const step = (loop._drive as Drive).next();
      if (step.done !== true) {
        if (step.value instanceof Operation) return step.value;
        throw notBlocking(this);
      }
    } catch (error) {
      this._failed(loop, error);
    }
    loop._drive = null;
    this._leave(loop._state);
    return null;
  }

  private _failed(loop: BaseEventLoop, error: unknown): void {
    const exception = typeof this._callback === "function" ? error : not_callable(this._callback, error);
    mark_raised(exception);
    if (leaves_loop(exception)) {
      leave(loop._state);
      if (!(exception instanceof BaseException)) loop._kernel.crash(exception);
      throw exception;
    }
    const callback = describe_callback(this._callback, this._shown_args());
    // What the callback has bound is in its context, which the exception handler may run in.
    if (this._context === null) this._vars = loop._state.bindings;
    loop._report({ message: `Exception in callback ${callback}`, exception, handle: this });
  }

  /** The arguments, where the version shows them. */
  private _shown_args(): readonly unknown[] | null {
    const shown = this._loop._interpreter.profile.callbackArgumentsShown || this._loop.get_debug();
    return shown ? this._args : null;
  }

  /** @internal */
  _repr_info(): string[] {
    const info: string[] = [this.constructor.name];
    if (this._callback === null) info.push("cancelled");
    else if (this._callback !== undefined) info.push(describe_callback(this._callback, this._shown_args()));
    return info;
  }

  /** @internal */
  _slow_name(): string {
    return repr(this);
  }

  __repr__(): string {
    return `<${this._repr_info().join(" ")}>`;
  }
}

/** Python's error for calling what is no function, in place of JavaScript's. */
function not_callable(callback: unknown, error: unknown): unknown {
  if (callback === null || error instanceof BaseException) return error;
  return new TypeError(`'${type_name(callback)}' object is not callable`);
}

function notBlocking(handle: Handle): UsageError {
  const name = describe_callback(handle._callback, null);
  return new UsageError(
    `the callback ${name} awaited: CPython would never run a coroutine function given as a callback; give call_soon() a plain or blocking function, or use create_task(${name})`,
  );
}

/** What `call_later` and `call_at` give. */
export class TimerHandle extends Handle {
  /** When it is due, on the loop's clock in seconds. @internal */
  readonly _when: number;
  /** Whether it is in the loop's heap. @internal */
  _scheduled = false;

  /** @internal */
  constructor(
    when: number,
    callback: (...args: never[]) => unknown,
    args: readonly unknown[],
    loop: BaseEventLoop,
    vars: Bindings,
    context: EnteredContext | null,
  ) {
    super(callback, args, loop, vars, context);
    if (typeof when !== "number") throw new AssertionError();
    this._when = when;
  }

  /** When it is due, on the loop's clock in seconds. */
  when(): number {
    return this._when;
  }

  /** @internal */
  _timer_cancelled(): boolean {
    return this._callback === null;
  }

  /** @internal */
  override _waits(): boolean {
    return this._scheduled || super._waits();
  }

  // Timers are ordered by their deadlines.
  __lt__(other: TimerHandle): boolean {
    return this._when < other._when;
  }

  __le__(other: TimerHandle): boolean {
    return this._when < other._when || this.__eq__(other) === true;
  }

  __gt__(other: TimerHandle): boolean {
    return this._when > other._when;
  }

  __ge__(other: TimerHandle): boolean {
    return this._when > other._when || this.__eq__(other) === true;
  }

  /** Equal timers would call the same function with the same arguments at the same time. @returns nothing for other objects */
  __eq__(other: unknown): boolean | undefined {
    if (!(other instanceof TimerHandle)) return undefined;
    return this._when === other._when && this._callback === other._callback && eq(this._args, other._args);
  }

  override cancel(): void {
    if (this._callback !== null && this._scheduled) this._loop._timer_cancelled_count++;
    super.cancel();
  }

  /** @internal */
  override _repr_info(): string[] {
    const info = super._repr_info();
    info.splice(this._callback === null ? 2 : 1, 0, `when=${float_repr(this._when)}`);
    return info;
  }
}

define_classes("asyncio.events", { Handle, TimerHandle });
