/**
 * The coroutines that `asyncio.sleep` gives. One object is coroutine, future and timer, which CPython has apart: they live and die together,
 * and a million of them may sleep at once.
 */
import { RuntimeError, TypeError, ValueError } from "../builtins/exceptions.js";
import { type_name } from "../builtins/repr.js";
import { current } from "../kernel/current.js";
import type { Operation } from "../kernel/operation.js";
import type { Await } from "./awaitable.js";
import type { BaseEventLoop, Timer } from "./base_events.js";
import { FINISHED, FutureBase, PENDING } from "./base_futures.js";
import { get_running_loop } from "./events.js";

/** What a bare `yield` sends: the task goes on in the next iteration. */
const bare: IteratorResult<Await, never> = { done: false, value: null as unknown as Await };

const MADE = 0;
const WAITING = 1;
const OVER = 2;

function reused(phase: number): RuntimeError {
  return new RuntimeError(
    phase === OVER ? "cannot reuse already awaited coroutine" : "coroutine is being awaited already",
  );
}

/** Where a `sleep(0)` is when it ends: read at once and reused. */
const over: { done: true; value: unknown } = { done: true, value: undefined };

/** `sleep(0)`: gives way once, without a timer. */
export class GiveWay<T> implements Generator<Await, T, unknown> {
  private _phase = MADE;
  private readonly _outcome: T;

  constructor(outcome: T) {
    this._outcome = outcome;
  }

  next(): IteratorResult<Await, T> {
    if (this._phase === MADE) {
      current().dormant--;
      this._phase = WAITING;
      return bare;
    }
    if (this._phase === OVER) throw reused(OVER);
    this._phase = OVER;
    over.value = this._outcome;
    return over as IteratorResult<Await, T>;
  }

  throw(error: unknown): IteratorResult<Await, T> {
    this._end();
    throw error;
  }

  return(value: T): IteratorResult<Await, T> {
    this._end();
    return { done: true, value };
  }

  private _end(): void {
    if (this._phase === MADE) current().dormant--;
    this._phase = OVER;
  }

  [Symbol.iterator](): this {
    return this;
  }

  get __qualname__(): string {
    return "sleep";
  }

  get [Symbol.toStringTag](): string {
    return "Generator";
  }
}

/**
 * The `sleep(0)` without a result, one object for all of them. It can be shared because `yield*` asks for the iterator and takes its first step with nothing between: what
 * is begun is always the latest. A task, which has no `yield*`, makes one of its own (see `own_coroutine`).
 */
class SharedGiveWay implements Generator<Await, undefined, unknown> {
  private _begun = false;

  next(): IteratorResult<Await, undefined> {
    if (this._begun) {
      this._begun = false;
      return bare;
    }
    over.value = undefined;
    return over as IteratorResult<Await, undefined>;
  }

  throw(error: unknown): IteratorResult<Await, undefined> {
    throw error;
  }

  return(): IteratorResult<Await, undefined> {
    return { done: true, value: undefined };
  }

  [Symbol.iterator](): this {
    current().dormant--;
    this._begun = true;
    return this;
  }

  get __qualname__(): string {
    return "sleep";
  }

  get [Symbol.toStringTag](): string {
    return "Generator";
  }
}

export const give_way = new SharedGiveWay();

/** What a task drives when it is given a coroutine: the same, but for the shared one. */
export function own_coroutine<T>(coro: T): T {
  return (coro as unknown) === give_way ? (new GiveWay(undefined) as T) : coro;
}

/** `sleep(delay)`. invariant: `_value` is the result from the beginning */
export class Sleep<T> extends FutureBase<T> implements Timer {
  /** When it is over, on the loop's clock in seconds; before it begins, its delay. */
  _when: number;
  _scheduled = false;
  private _phase = MADE;
  private _cancelled_timer = false;

  constructor(delay: number, outcome: T) {
    super(null as unknown as BaseEventLoop);
    this._when = delay;
    this._value = outcome;
  }

  override next(): IteratorResult<Await, T> {
    if (this._phase === MADE) this._begin();
    else if (this._phase === OVER || this._state === PENDING) throw reused(this._phase);
    else {
      this._phase = OVER;
      this._note_cancel();
    }
    return super.next();
  }

  override throw(error: unknown): IteratorResult<Await, T> {
    this._end();
    throw error;
  }

  override return(value: T): IteratorResult<Await, T> {
    this._end();
    return { done: true, value };
  }

  private _begin(): void {
    const delay = this._when;
    current().dormant--;
    this._phase = OVER;
    if (typeof delay !== "number") {
      throw new TypeError(`'<=' not supported between instances of '${type_name(delay)}' and 'int'`);
    }
    const loop = get_running_loop();
    if (Number.isNaN(delay) && loop._interpreter.profile.sleepRejectsNaN) {
      throw new ValueError("Invalid delay: NaN (not a number)");
    }
    this._phase = WAITING;
    this._loop = loop;
    this._when = loop.time() + delay;
    loop._check_open();
    loop._schedule(this);
  }

  /** Cancels the timer, whichever way the coroutine is left. */
  private _end(): void {
    if (this._phase === MADE) current().dormant--;
    if (this._phase === WAITING && !this._cancelled_timer) {
      this._note_cancel();
      this._cancelled_timer = true;
      if (this._scheduled) this._loop._timer_cancelled_count++;
    }
    this._phase = OVER;
  }

  /** CPython cancels the timer at the end of every sleep, also when it has fired. */
  private _note_cancel(): void {
    this._loop._observer?.note("handle.cancel", 0, { handle: this._label() });
  }

  _timer_cancelled(): boolean {
    return this._cancelled_timer;
  }

  /** What the trace calls its timer. */
  _label(): string {
    return this._cancelled_timer ? "cancelled handle" : "_set_result_unless_cancelled()";
  }

  /** The timer fires. */
  _run(): Operation | null {
    if (!this._cancelled_timer && this._state === PENDING) this._complete(FINISHED, this._value);
    return null;
  }

  _resume(): Operation | null {
    return null;
  }

  _slow_name(): string {
    return "<TimerHandle _set_result_unless_cancelled()>";
  }

  _kind(): string {
    return "Future";
  }

  /** To users it is a coroutine object and no future. */
  override get _not_a_coroutine(): boolean {
    return false;
  }

  get __qualname__(): string {
    return "sleep";
  }

  get [Symbol.toStringTag](): string {
    return "Generator";
  }
}
