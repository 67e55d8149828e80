/** Mirrors `asyncio.timeouts` (3.11 and later). `async with asyncio.timeout(t):` is written `yield* asyncio.timeout(t).with(function* () { … })`. */
import { AttributeError, BaseException, RuntimeError, TimeoutError } from "../builtins/exceptions.js";
import { ExceptionGroup } from "../builtins/exception_group.js";
import { mark_raised } from "../builtins/raise.js";
import { repr } from "../builtins/repr.js";
import { interpreter } from "../interpreter/state.js";
import type { Operation } from "../kernel/operation.js";
import type { Coroutine } from "./awaitable.js";
import type { BaseEventLoop, Timer } from "./base_events.js";
import { get_running_loop } from "./events.js";
import { CancelledError } from "./exceptions.js";
import { leaves_loop } from "./handle.js";
import type { Task } from "./task.js";

const WAITING = 0;
const FIRED = 1;
const CANCELLED = 2;

/** The timer of a timeout: it cancels a task. @internal */
export class Expiry implements Timer {
  /** On the loop's clock, in seconds. */
  _when: number;
  _scheduled = false;
  protected _progress = WAITING;
  protected _task: Task | null = null;
  /** Where it waits. */
  private _home: BaseEventLoop | null = null;

  constructor(when: number) {
    this._when = when;
  }

  /** Begins to wait. One read of the clock. @param loop the running one, which may be another than the task's */
  _begin(task: Task, loop: BaseEventLoop): void {
    this._task = task;
    this._home = loop;
    // What is due already goes straight into the next iteration, and ahead of the timers there.
    if (this._when <= loop.time()) loop._enqueue(this);
    else loop._schedule(this);
  }

  /** Whether it has cancelled the task. */
  _fired(): boolean {
    return this._progress === FIRED;
  }

  _cancel(): void {
    if (this._progress !== WAITING) return;
    this._home?._observer?.note("handle.cancel", 0, { handle: this._label() });
    this._progress = CANCELLED;
    if (this._scheduled && this._home !== null) this._home._timer_cancelled_count++;
    this._task = null;
  }

  _timer_cancelled(): boolean {
    return this._progress === CANCELLED;
  }

  _run(loop: BaseEventLoop): Operation | null {
    if (this._progress !== WAITING) return null;
    try {
      this._task?.cancel();
      this._progress = FIRED;
    } catch (exception) {
      if (leaves_loop(exception)) throw exception;
      mark_raised(exception);
      const [message, handle] = [`Exception in callback ${this._label()}`, { __repr__: () => this._slow_name() }];
      loop._report({ message, exception, handle });
    }
    return null;
  }

  _resume(): Operation | null {
    return null;
  }

  _label(): string {
    return this._timer_cancelled() ? "cancelled handle" : "_on_timeout()";
  }

  _slow_name(): string {
    return `<TimerHandle when=${repr(this._when)} Timeout._on_timeout()>`;
  }
}

/**
 * What leaves a block whose timeout has cancelled the task: a TimeoutError instead of the CancelledError that this caused.
 * @param before the task's count of cancellations at the block's beginning: if another one came since, this one is not ours alone
 * @param error what would leave otherwise
 * @internal
 */
export function _error_of_expired(task: Task, before: number, error: unknown): unknown {
  if (task.uncancel() > before || !(error instanceof BaseException)) return error;
  mark_raised(error);
  const shown = task._loop._interpreter.profile.timeoutShownInChain;
  if (shown ? error instanceof CancelledError : error.constructor === CancelledError) return timed_out(error);
  if (shown) {
    insert_timeout(error);
    if (error instanceof ExceptionGroup) {
      for (const member of (error as ExceptionGroup).exceptions) insert_timeout(member);
    }
  }
  return error;
}

function timed_out(cancelled: BaseException): TimeoutError {
  const error = new TimeoutError();
  error.__cause__ = cancelled;
  error.__context__ = cancelled;
  mark_raised(error);
  return error;
}

/** Puts a TimeoutError between an exception and the CancelledError in its chain of contexts, if there is one. */
function insert_timeout(error: BaseException): void {
  for (let link = error; link.__context__ !== null; link = link.__context__) {
    if (!(link.__context__ instanceof CancelledError)) continue;
    const timeout = new TimeoutError();
    timeout.__cause__ = link.__context__;
    timeout.__context__ = link.__context__;
    link.__context__ = timeout;
    return;
  }
}

const CREATED = "created";
const ENTERED = "active";
const EXPIRING = "expiring";
const EXPIRED = "expired";
const EXITED = "finished";

/** A limit in time for a block. Mirrors `asyncio.Timeout`; `timeout()` and `timeout_at()` make one. */
export class Timeout {
  #left: typeof CREATED | typeof ENTERED | typeof EXPIRED | typeof EXITED = CREATED;
  #when: number | null;
  #expiry: Expiry | null = null;
  #task: Task | null = null;
  #cancelling = 0;

  /**
   * @param when on the loop's clock, in seconds; `null` for no limit
   * @throws AttributeError before 3.11
   */
  constructor(when: number | null) {
    check_available("Timeout");
    this.#when = when;
  }

  /** When it expires, on the loop's clock in seconds; `null` for never. */
  when(): number | null {
    return this.#when;
  }

  /** Whether it has cancelled the block. */
  expired(): boolean {
    const state = this.#state();
    return state === EXPIRING || state === EXPIRED;
  }

  /**
   * Moves the limit.
   * @param when on the loop's clock, in seconds; `null` for no limit
   * @throws RuntimeError `Timeout has not been entered`, or `Cannot change state of … Timeout` when it has expired or is over
   */
  reschedule(when: number | null): void {
    const state = this.#state();
    if (state === CREATED) throw new RuntimeError("Timeout has not been entered");
    if (state !== ENTERED) throw new RuntimeError(`Cannot change state of ${state} Timeout`);
    this.#when = when;
    this.#expiry?._cancel();
    this.#expiry = null;
    if (when === null) return;
    const expiry = new Expiry(when);
    expiry._begin(this.#task as Task, get_running_loop());
    this.#expiry = expiry;
  }

  /**
   * Python's `async with`: runs the block and cancels the task once the time is over.
   * @param body the block; it is given the timeout
   * @returns what the block returns
   * @throws TimeoutError when the time was over and the cancellation has left the block
   * @throws RuntimeError `Timeout has already been entered`, or `Timeout should be used inside a task`
   */
  *with<T>(body: (timeout: this) => Coroutine<T>): Coroutine<T> {
    this.#enter();
    let result: T;
    try {
      result = yield* body(this);
    } catch (error) {
      throw this.#exit() ? _error_of_expired(this.#task as Task, this.#cancelling, error) : error;
    }
    if (this.#exit()) this.#task?.uncancel();
    return result;
  }

  #enter(): void {
    if (this.#left !== CREATED) throw new RuntimeError("Timeout has already been entered");
    const task = get_running_loop()._current_task;
    if (task === null) throw new RuntimeError("Timeout should be used inside a task");
    this.#left = ENTERED;
    this.#task = task;
    this.#cancelling = task.cancelling();
    this.reschedule(this.#when);
  }

  /** @returns whether it has cancelled the task */
  #exit(): boolean {
    const fired = this.#expiry?._fired() ?? false;
    this.#expiry?._cancel();
    this.#expiry = null;
    this.#left = fired ? EXPIRED : EXITED;
    return fired;
  }

  #state(): string {
    return this.#left === ENTERED && this.#expiry?._fired() ? EXPIRING : this.#left;
  }

  __repr__(): string {
    const state = this.#state();
    const when = state === ENTERED ? ` when=${this.#when === null ? "None" : repr(thousandths(this.#when))}` : "";
    return `<Timeout [${state}]${when}>`;
  }
}

/** Python's `round(number, 3)`: a number halfway between two goes to the even one. Only odd multiples of 1/16 lie exactly halfway. */
function thousandths(number: number): number {
  if (Math.abs((number * 16) % 2) !== 1) return Number(number.toFixed(3));
  const floor = Math.floor(number * 1000);
  return (floor % 2 === 0 ? floor : floor + 1) / 1000;
}

function check_available(name: string): void {
  if (interpreter().profile.timeouts) return;
  throw new AttributeError(`module 'asyncio' has no attribute '${name}'`);
}

/**
 * Limits how long a block may take (3.11 and later).
 * @param delay in seconds; `null` for no limit, which `reschedule` can set later
 * @throws AttributeError `module 'asyncio' has no attribute 'timeout'` before 3.11
 * @throws RuntimeError `no running event loop`
 */
export function timeout(delay: number | null): Timeout {
  check_available("timeout");
  const loop = get_running_loop();
  return new Timeout(delay === null ? null : loop.time() + delay);
}

/**
 * The same with a time of the loop's clock.
 * @param when in seconds; `null` for no limit
 * @throws AttributeError `module 'asyncio' has no attribute 'timeout_at'` before 3.11
 */
export function timeout_at(when: number | null): Timeout {
  check_available("timeout_at");
  return new Timeout(when);
}
