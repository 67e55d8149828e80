/**
 * `threading.Semaphore` and `threading.BoundedSemaphore`. CPython builds them from a Condition; here each method is one visible operation, since no
 * user code runs while that Condition's lock is held. Who has been woken competes again: a running thread may take the value first.
 */
import { lt } from "../builtins/compare.js";
import { TypeError, ValueError } from "../builtins/exceptions.js";
import { class_of } from "../builtins/names.js";
import { class_path, default_repr, define_classes, type_name } from "../builtins/repr.js";
import { interpreter } from "../interpreter/state.js";
import { current } from "../kernel/current.js";
import type { Kernel } from "../kernel/kernel.js";
import { Operation, SharedObject } from "../kernel/operation.js";
import type { Blocking, Syscall } from "../kernel/traps.js";
import { end_of_wait, Waiters } from "./waiters.js";

/** A counter that `acquire` takes from and `release` adds to; who finds it 0 waits. Mirrors `threading.Semaphore`. */
export class Semaphore {
  /** @internal */
  protected _value: number;
  readonly #shared: SharedObject;
  readonly #waiters: Waiters;
  readonly #taking: Operation;
  readonly #giving: Operation;

  /**
   * @param value what it counts from
   * @throws ValueError `semaphore initial value must be >= 0`
   * @throws UsageError outside a run: it would keep its state from one run to the next
   */
  constructor(value = 1) {
    current();
    if (lt(value, 0)) throw new ValueError("semaphore initial value must be >= 0");
    this._value = value;
    this.#shared = new SharedObject("semaphore");
    this.#waiters = new Waiters(this.#shared, "wait for semaphore");
    this.#taking = new Operation("acquire semaphore", this.#shared, "write");
    this.#giving = new Operation("release semaphore", this.#shared, "write");
  }

  /**
   * Takes one; waits while there is none.
   * @param blocking whether to wait
   * @param timeout how long at most, in seconds; `null` for ever. With one, each turn of the wait reads the clock once
   * @returns whether it was taken
   * @throws ValueError `can't specify timeout for non-blocking acquire`
   * @throws TypeError or OverflowError for a timeout that is none, when it has to wait
   */
  acquire(blocking = true, timeout: number | null = null): Blocking<boolean> {
    return this.#acquire(blocking, timeout);
  }

  #acquire(blocking: boolean, timeout: number | null): Blocking<boolean> {
    const kernel = current();
    kernel.calls("semaphore.acquire(…)");
    return this.#acquiring(kernel, blocking, timeout);
  }

  *#acquiring(kernel: Kernel, blocking: boolean, timeout: number | null): Blocking<boolean> {
    kernel.undriven = "";
    if (kernel.credit-- <= 0) yield this.#taking;
    if (!blocking && timeout !== null) throw new ValueError("can't specify timeout for non-blocking acquire");
    let end: number | null = null;
    let left = timeout;
    while (this._value === 0) {
      if (!blocking) return false;
      if (left !== null) {
        if (end === null) {
          end = end_of_wait(kernel, left);
        } else {
          left = end - kernel.readClock();
          if (left <= 0) return false;
        }
      }
      yield* this.#waiters.wait(kernel, left);
    }
    this._value--;
    kernel.observer?.note("semaphore.acquire", 0, { semaphore: kernel.label(this.#shared) });
    return true;
  }

  /**
   * Gives back.
   * @param n how many (3.9 and later); as many waiters are woken
   * @throws ValueError `n must be one or more`; of a bounded semaphore also `Semaphore released too many times`
   * @throws TypeError before 3.9, for any argument
   */
  release(n?: number): Blocking<void> {
    const kernel = current();
    kernel.calls("semaphore.release(…)");
    return this.#releasing(kernel, n);
  }

  *#releasing(kernel: Kernel, n: number | undefined): Blocking<void> {
    kernel.undriven = "";
    if (kernel.credit-- <= 0) yield this.#giving;
    const { profile } = interpreter();
    if (n !== undefined && !profile.semaphoreReleasesSeveral) {
      throw new TypeError("release() takes 1 positional argument but 2 were given");
    }
    const count = n ?? 1;
    if (lt(count, 1)) throw new ValueError("n must be one or more");
    if (this._value + count > this._most()) throw new ValueError("Semaphore released too many times");
    this._value += count;
    if (!profile.semaphoreNotifiesAtOnce && !Number.isInteger(count)) {
      throw new TypeError(`'${type_name(count)}' object cannot be interpreted as an integer`);
    }
    const cause = kernel.observer?.note("semaphore.release", 0, { semaphore: kernel.label(this.#shared), count }) ?? 0;
    this.#waiters.notify(kernel, count, cause);
  }

  /** What its value may be at most. @internal */
  protected _most(): number {
    return Infinity;
  }

  /** Python's `with semaphore as entered:` around a body, which may be a blocking function or a coroutine; `entered` is what `acquire` gave. */
  *with<Y, T>(body: (entered: boolean) => Generator<Y, T, unknown>): Generator<Syscall | Y, T, unknown> {
    // Python's `__enter__` is this class's own `acquire`, also where a subclass has another one.
    const entered = yield* this.#acquire(true, null);
    try {
      return yield* body(entered);
    } finally {
      yield* this.release();
    }
  }

  __repr__(): string {
    if (!interpreter().profile.syncReprsShowState) return default_repr(this);
    const path = class_path(class_of(this), []);
    return `<${path} at ${interpreter().addressOf(this)}: value=${this._state()}>`;
  }

  /** What its repr says of its value. @internal */
  protected _state(): string {
    return String(this._value);
  }
}

/** A semaphore that refuses to count higher than it did at first. Mirrors `threading.BoundedSemaphore`. */
export class BoundedSemaphore extends Semaphore {
  readonly #bound: number;

  /**
   * @param value what it counts from, and never exceeds
   * @throws ValueError `semaphore initial value must be >= 0`
   */
  constructor(value = 1) {
    super(value);
    this.#bound = value;
  }

  /** @internal */
  protected override _most(): number {
    return this.#bound;
  }

  /** @internal */
  protected override _state(): string {
    return `${super._state()}/${String(this.#bound)}`;
  }
}

define_classes("threading", { Semaphore, BoundedSemaphore });
