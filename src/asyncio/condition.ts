/** `asyncio.Condition`. CPython has it in `asyncio.locks`. */
import { bool } from "../builtins/compare.js";
import { BaseException, RuntimeError, ValueError } from "../builtins/exceptions.js";
import { mark_raised, set_context } from "../builtins/raise.js";
import { define_classes } from "../builtins/repr.js";
import { interpreter } from "../interpreter/state.js";
import { isBlocking, type Blocking } from "../kernel/traps.js";
import type { Coroutine } from "./awaitable.js";
import { CancelledError } from "./exceptions.js";
import type { Future } from "./futures.js";
import { _name_methods, _remove, _state_repr, _with, Lock } from "./locks.js";
import { _LoopBoundMixin, type LoopOptions } from "./mixins.js";

/** Lets tasks wait until others notify them. Mirrors `asyncio.Condition`. */
export class Condition extends _LoopBoundMixin {
  private readonly _lock: Lock;
  private readonly _waiters: Future<false>[] = [];

  /**
   * @param lock to be held around `wait` and `notify`; one of its own unless told
   * @param options `loop`, up to 3.9: see {@link LoopOptions}
   * @throws ValueError `loop argument must agree with lock` up to 3.9, when the lock belongs to another loop
   */
  constructor(lock: Lock | null = null, options: LoopOptions = {}) {
    super(options);
    if (lock !== null && interpreter().profile.bindsAtConstruction && lock._loop !== this._loop) {
      throw new ValueError("loop argument must agree with lock");
    }
    this._lock = lock ?? new Lock(options);
  }

  /** Whether the lock is held by somebody. */
  locked(): boolean {
    return this._lock.locked();
  }

  /** Takes the lock: see `Lock.acquire`. */
  acquire(): Coroutine<true> {
    return this._lock.acquire();
  }

  /** Releases the lock. @throws RuntimeError `Lock is not acquired.` */
  release(): void {
    this._lock.release();
  }

  /**
   * Python's `async with condition:`.
   * @param body the block
   * @returns what the block returns
   */
  with<T>(body: () => Coroutine<T>): Coroutine<T> {
    return _with(this, body);
  }

  /**
   * Releases the lock, waits to be notified, and takes the lock again; this, even when it is cancelled.
   * @returns true
   * @throws RuntimeError `cannot wait on un-acquired lock`; `… is bound to a different event loop` (3.10 and later)
   */
  *wait(): Coroutine<true> {
    if (!this.locked()) throw new RuntimeError("cannot wait on un-acquired lock");
    if (!interpreter().profile.conditionPassesOn) {
      this.release();
      return yield* this._waiting(null);
    }
    const waiter = this._waiter<false>();
    this.release();
    try {
      return yield* this._waiting(waiter);
    } catch (error) {
      // It may have been notified before that, so another one gets the notification.
      if (error instanceof BaseException) this._notify(1);
      throw error;
    }
  }

  /** @param made the future to wait for, where it is made before the lock is released */
  private *_waiting(made: Future<false> | null): Coroutine<true> {
    let failure: unknown = null;
    try {
      const waiter = made ?? this._waiter<false>();
      this._waiters.push(waiter);
      try {
        yield* waiter;
        return true;
      } finally {
        _remove(this._waiters, waiter);
      }
    } catch (error) {
      failure = error;
      throw error;
    } finally {
      yield* this._reacquire(failure);
    }
  }

  /** @param failure the exception that is on its way meanwhile; `null` for none */
  private *_reacquire(failure: unknown): Coroutine<void> {
    const { profile } = interpreter();
    mark_raised(failure);
    let cancelled: CancelledError | null = null;
    for (;;) {
      try {
        yield* this.acquire();
        break;
      } catch (error) {
        if (!(error instanceof CancelledError)) throw error;
        mark_raised(error);
        if (profile.throwChainsContext && failure instanceof BaseException) set_context(error, failure);
        cancelled = error;
      }
    }
    if (cancelled === null) return;
    if (!profile.conditionKeepsCancellation) cancelled = new CancelledError();
    if (failure instanceof BaseException) set_context(cancelled, failure);
    throw cancelled;
  }

  /**
   * Waits until a predicate holds.
   * @param predicate plain or blocking, called with the lock held; what it returns holds when it is true in Python, where an empty list is not
   * @returns the predicate's last result
   * @throws RuntimeError `cannot wait on un-acquired lock`, when it has to wait
   */
  *wait_for<T>(predicate: () => Blocking<T> | T): Coroutine<T> {
    for (;;) {
      const asked = predicate();
      const result = isBlocking(asked) ? yield* asked : asked;
      if (bool(result)) return result;
      yield* this.wait();
    }
  }

  /**
   * Wakes the longest-waiting tasks; they go on one after the other, once each has the lock again.
   * @param n how many
   * @throws RuntimeError `cannot notify on un-acquired lock`
   */
  notify(n = 1): void {
    if (!this.locked()) throw new RuntimeError("cannot notify on un-acquired lock");
    this._notify(n);
  }

  private _notify(n: number): void {
    let count = 0;
    for (const waiter of this._waiters) {
      if (count >= n) break;
      if (waiter.done()) continue;
      count++;
      waiter.set_result(false);
    }
  }

  /** Wakes all waiting tasks. @throws RuntimeError `cannot notify on un-acquired lock` */
  notify_all(): void {
    this.notify(this._waiters.length);
  }

  __repr__(): string {
    return _state_repr(this, this.locked() ? "locked" : "unlocked", this._waiters.length);
  }
}

define_classes("asyncio.locks", { Condition });
_name_methods(Condition, "wait", "wait_for");
