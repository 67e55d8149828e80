/**
 * `asyncio.Semaphore` and `asyncio.BoundedSemaphore`. CPython has them in `asyncio.locks`.
 *
 * Who gets what is released was decided in three ways:
 *
 * | version        | `release`                                              | who comes meanwhile                      |
 * |----------------|--------------------------------------------------------|------------------------------------------|
 * | 3.8            | wakes the first who waits, who then looks at the value | may take it; who was woken queues again  |
 * | 3.9            | the same, and marks that somebody was woken            | queues as long as the mark stands        |
 * | 3.10 and later | takes the value back on behalf of the first who waits  | queues as long as anybody waits          |
 */
import { ValueError } from "../builtins/exceptions.js";
import { define_classes, repr } from "../builtins/repr.js";
import { interpreter } from "../interpreter/state.js";
import type { Coroutine } from "./awaitable.js";
import { CancelledError } from "./exceptions.js";
import type { Future } from "./futures.js";
import { _name_methods, _remove, _state_repr, _with } from "./locks.js";
import { _LoopBoundMixin, type LoopOptions } from "./mixins.js";

function check_value(value: number): void {
  if (value < 0) throw new ValueError("Semaphore initial value must be >= 0");
}

/** Up to 3.9 the value is looked at before the loop. */
function checked(value: number, options: LoopOptions): LoopOptions {
  if (interpreter().profile.bindsAtConstruction) check_value(value);
  return options;
}

/** Lets so many tasks in at a time. Mirrors `asyncio.Semaphore`. */
export class Semaphore extends _LoopBoundMixin {
  /** How many more can be let in. @internal */
  _value: number;
  private readonly _waiters: Future[] = [];
  /** Whether somebody was woken who has not gone on yet: in 3.9. */
  private _wakeup_scheduled = false;

  /**
   * @param value how many can be let in
   * @param options `loop`, up to 3.9: see {@link LoopOptions}
   * @throws ValueError `Semaphore initial value must be >= 0`
   */
  constructor(value = 1, options: LoopOptions = {}) {
    super(checked(value, options));
    check_value(value);
    this._value = value;
  }

  /** Whether who comes now has to wait. Up to 3.9 it is only said whether the value is 0. */
  locked(): boolean {
    if (this._value === 0) return true;
    return interpreter().profile.semaphoreKeepsOrder && this._waiters.some((one) => !one.cancelled());
  }

  /**
   * Takes one of the value; waits until there is one.
   * @returns true
   * @throws RuntimeError `… is bound to a different event loop` (3.10 and later), if it has to wait
   */
  *acquire(): Coroutine<true> {
    const { profile } = interpreter();
    if (!profile.semaphoreKeepsOrder) {
      if (profile.semaphoreBarges) yield* this._acquire_barging();
      else yield* this._acquire_marking();
      this._value--;
      return true;
    }
    if (!this.locked()) {
      this._value--;
      return true;
    }
    yield* this._acquire_in_order(profile.semaphoreWakesMany);
    return true;
  }

  private *_acquire_barging(): Coroutine<void> {
    while (this._value <= 0) {
      const waiter = this._waiter<unknown>();
      this._waiters.push(waiter);
      try {
        yield* waiter;
      } catch (error) {
        waiter.cancel();
        if (this._value > 0 && !waiter.cancelled()) this._wake_up_next();
        throw error;
      }
    }
  }

  private *_acquire_marking(): Coroutine<void> {
    while (this._wakeup_scheduled || this._value <= 0) {
      const waiter = this._waiter<unknown>();
      this._waiters.push(waiter);
      try {
        yield* waiter;
        this._wakeup_scheduled = false;
      } catch (error) {
        // The mark stays when nobody else waits, and then nobody gets in any more.
        if (error instanceof CancelledError) this._wake_up_next();
        throw error;
      }
    }
  }

  private *_acquire_in_order(wakesMany: boolean): Coroutine<void> {
    const waiter = this._waiter<unknown>();
    this._waiters.push(waiter);
    try {
      try {
        yield* waiter;
      } finally {
        _remove(this._waiters, waiter);
      }
    } catch (error) {
      if (error instanceof CancelledError && waiter.done() && !waiter.cancelled()) {
        // What it was given goes on to the next one.
        this._value++;
        if (!wakesMany) this._wake_up_next();
      }
      throw error;
    } finally {
      if (wakesMany) while (this._value > 0 && this._wake_up_next());
    }
    if (!wakesMany && this._value > 0) this._wake_up_next();
  }

  /** Gives one back, and wakes the first one who waits. @throws ValueError of a BoundedSemaphore: `BoundedSemaphore released too many times` */
  release(): void {
    this._value++;
    this._wake_up_next();
  }

  /** @returns whether there was somebody to wake */
  private _wake_up_next(): boolean {
    if (interpreter().profile.semaphoreKeepsOrder) {
      const next = this._waiters.find((one) => !one.done());
      if (next === undefined) return false;
      this._value--;
      next.set_result(true);
      return true;
    }
    for (let next = this._waiters.shift(); next !== undefined; next = this._waiters.shift()) {
      if (next.done()) continue;
      next.set_result(null);
      this._wakeup_scheduled = true;
      return true;
    }
    return false;
  }

  /**
   * Python's `async with semaphore:`.
   * @param body the block
   * @returns what the block returns
   */
  with<T>(body: () => Coroutine<T>): Coroutine<T> {
    return _with(this, body);
  }

  __repr__(): string {
    const state = this.locked() ? "locked" : `unlocked, value:${repr(this._value)}`;
    return _state_repr(this, state, this._waiters.length);
  }
}

/** A semaphore that is never released more often than it was acquired. Mirrors `asyncio.BoundedSemaphore`. */
export class BoundedSemaphore extends Semaphore {
  private readonly _bound_value: number;

  /**
   * @param value how many can be let in
   * @param options `loop`, up to 3.9: see {@link LoopOptions}
   * @throws ValueError `Semaphore initial value must be >= 0`
   */
  constructor(value = 1, options: LoopOptions = {}) {
    super(value, options);
    this._bound_value = value;
  }

  override release(): void {
    if (this._value >= this._bound_value) throw new ValueError("BoundedSemaphore released too many times");
    super.release();
  }
}

define_classes("asyncio.locks", { Semaphore, BoundedSemaphore });
_name_methods(Semaphore, "acquire");
