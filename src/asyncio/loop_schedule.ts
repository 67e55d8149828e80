/** The part of the event loop that takes callbacks: `call_soon` and its relatives. */
import { RuntimeError, TypeError } from "../builtins/exceptions.js";
import { repr, type_name } from "../builtins/repr.js";
import { noBindings, ThreadState, type Bindings, type EnteredContext } from "../interpreter/state.js";
import { AT_ONCE } from "../kernel/kernel.js";
import type { Blocking } from "../kernel/traps.js";
import type { Callback, MustNotAwait } from "./awaitable.js";
import { iscoroutine } from "./coroutines.js";
import { Handle, TimerHandle } from "./handle.js";
import { RunningLoop } from "./loop_run.js";

/** Python's keyword arguments of `call_soon` and its relatives. */
export interface CallOptions {
  /** A `contextvars.Context` to run in; a copy of the current one unless told. */
  readonly context?: EnteredContext | null;
}

/** How the call is named to somebody who forgot to drive it. */
const THREADSAFE = "loop.call_soon_threadsafe(…)";

type AnyCallback = (...args: never[]) => unknown;

/** A loop as far as it takes callbacks. */
export abstract class SchedulingLoop extends RunningLoop {
  /**
   * Runs a callback in the next iteration, in order of the calls. Only for the loop's own thread: it does not wake the loop.
   * @throws RuntimeError `Event loop is closed`; in debug mode also when another thread calls
   */
  call_soon<A extends unknown[], R>(callback: ((...args: A) => R) & MustNotAwait<R>, ...args: A): Handle {
    return this._call_soon(callback, args, null);
  }

  /** `call_soon` with Python's keyword arguments. */
  call_soon_kw<A extends unknown[]>(options: CallOptions, callback: Callback<A>, ...args: A): Handle {
    return this._call_soon(callback, args, options.context ?? null);
  }

  /** @internal */
  _call_soon(callback: AnyCallback, args: readonly unknown[], context: EnteredContext | null): Handle {
    if (this._closed) this._check_open();
    if (this._debug) this._check_call(callback, "call_soon", true);
    const handle = new Handle(callback, args, this._self(), this._vars(), context);
    this._enqueue(handle);
    return handle;
  }

  /** The bindings that a copy of the calling thread's context has. @internal */
  _vars(): Bindings {
    const { thread } = this._kernel;
    if (thread === this._thread) return this._state.bindings;
    return thread?.local instanceof ThreadState ? thread.local.bindings : noBindings;
  }

  /**
   * Runs a callback after some time.
   * @param delay in seconds; 0 or less means the next iteration, after what is ready already
   * @throws TypeError `delay must not be None` (3.11 and later)
   */
  call_later<A extends unknown[], R>(
    delay: number,
    callback: ((...args: A) => R) & MustNotAwait<R>,
    ...args: A
  ): TimerHandle {
    return this._call_at(this._after(delay), callback, args, null);
  }

  /** `call_later` with Python's keyword arguments. */
  call_later_kw<A extends unknown[]>(
    options: CallOptions,
    delay: number,
    callback: Callback<A>,
    ...args: A
  ): TimerHandle {
    return this._call_at(this._after(delay), callback, args, options.context ?? null);
  }

  private _after(delay: number): number {
    if ((delay ?? null) === null && this._interpreter.profile.timerNoneChecked) {
      throw new TypeError("delay must not be None");
    }
    const now = this.time();
    if (typeof delay === "number") return now + delay;
    throw new TypeError(`unsupported operand type(s) for +: 'float' and '${type_name(delay)}'`);
  }

  /**
   * Runs a callback at a time of the loop's clock.
   * @param when in seconds
   * @throws TypeError `when cannot be None` (3.11 and later)
   */
  call_at<A extends unknown[], R>(
    when: number,
    callback: ((...args: A) => R) & MustNotAwait<R>,
    ...args: A
  ): TimerHandle {
    return this._call_at(when, callback, args, null);
  }

  /** `call_at` with Python's keyword arguments. */
  call_at_kw<A extends unknown[]>(options: CallOptions, when: number, callback: Callback<A>, ...args: A): TimerHandle {
    return this._call_at(when, callback, args, options.context ?? null);
  }

  /** @internal */
  _call_at(when: number, callback: AnyCallback, args: readonly unknown[], context: EnteredContext | null): TimerHandle {
    if ((when ?? null) === null && this._interpreter.profile.timerNoneChecked) {
      throw new TypeError("when cannot be None");
    }
    if (this._closed) this._check_open();
    if (this._debug) this._check_call(callback, "call_at", true);
    const timer = new TimerHandle(when, callback, args, this._self(), this._vars(), context);
    this._schedule(timer);
    return timer;
  }

  /**
   * Runs a callback in the next iteration, from any thread: appends it, then wakes the loop.
   * @throws RuntimeError `Event loop is closed`
   */
  call_soon_threadsafe<A extends unknown[], R>(
    callback: ((...args: A) => R) & MustNotAwait<R>,
    ...args: A
  ): Blocking<Handle> {
    const kernel = this._kernel;
    if (kernel.credit > AT_ONCE) return kernel.did(THREADSAFE, this._submit_at_once(callback, args, null));
    kernel.calls(THREADSAFE);
    return this._submit(callback, args, null);
  }

  /** `call_soon_threadsafe` with Python's keyword arguments. */
  call_soon_threadsafe_kw<A extends unknown[]>(
    options: CallOptions,
    callback: Callback<A>,
    ...args: A
  ): Blocking<Handle> {
    this._kernel.calls("loop.call_soon_threadsafe_kw(…)");
    return this._submit(callback, args, options.context ?? null);
  }

  /** The steps of a submission: append, then wake the loop. @internal */
  *_submit(callback: AnyCallback, args: readonly unknown[], context: EnteredContext | null): Blocking<Handle> {
    const kernel = this._kernel;
    kernel.undriven = "";
    if (kernel.credit-- <= 0) yield this._pipe.append;
    const handle = this._append(callback, args, context);
    yield* this._pipe.send(kernel);
    return handle;
  }

  /** The same where nobody watches. @internal */
  _submit_at_once(callback: AnyCallback, args: readonly unknown[], context: EnteredContext | null): Handle {
    const kernel = this._kernel;
    kernel.credit--;
    const handle = this._append(callback, args, context);
    this._pipe.sendAtOnce(kernel);
    return handle;
  }

  private _append(callback: AnyCallback, args: readonly unknown[], context: EnteredContext | null): Handle {
    this._check_open();
    if (this._debug) this._check_call(callback, "call_soon_threadsafe", false);
    const handle = new Handle(callback, args, this._self(), this._vars(), context);
    this._enqueue(handle);
    return handle;
  }

  /** What debug mode checks. */
  protected _check_call(callback: unknown, method: string, ownThread: boolean): void {
    if (ownThread && this._thread !== null && this._thread !== this._kernel.thread) {
      throw new RuntimeError("Non-thread-safe operation invoked on an event loop other than the current one");
    }
    if (iscoroutine(callback)) throw new TypeError(`coroutines cannot be used with ${method}()`);
    if (typeof callback !== "function") {
      throw new TypeError(`a callable object was expected by ${method}(), got ${repr(callback)}`);
    }
  }

  /** Turns debug mode on or off; a running loop is woken, as CPython does to change its coroutine hooks. */
  set_debug(enabled: boolean): void {
    this._debug = enabled;
    if (!this.is_running()) return;
    const _set_coroutine_origin_tracking = (): void => undefined;
    this._enqueue(new Handle(_set_coroutine_origin_tracking, [], this._self(), this._vars(), null));
    this._pipe.wake(this._kernel);
  }

  /** Whether debug mode is on. */
  get_debug(): boolean {
    return this._debug;
  }
}
