/**
 * Mirrors `asyncio.locks`: Lock and Event here; Condition, Semaphore and Barrier have files of their own. All of them are for the tasks of one loop
 * and not safe for threads. `async with lock:` is written `yield* lock.with(function* () { … })`.
 */
import { BaseException, RuntimeError } from "../builtins/exceptions.js";
import { mark_raised, set_context } from "../builtins/raise.js";
import { default_repr, define_classes, name_generators } from "../builtins/repr.js";
import type { Coroutine } from "./awaitable.js";
import { CancelledError } from "./exceptions.js";
import type { Future } from "./futures.js";
import { _LoopBoundMixin, type LoopOptions } from "./mixins.js";

export type { LoopOptions };

/** The repr of a lock: that of an object without one, and its state. @internal */
export function _state_repr(object: object, state: string, waiters: number | null = null): string {
  const waiting = waiters === null || waiters === 0 ? "" : `, waiters:${String(waiters)}`;
  return `<${default_repr(object).slice(1, -1)} [${state}${waiting}]>`;
}

/** Takes somebody out of a queue. @returns whether he was there @internal */
export function _remove<T>(waiters: T[], waiter: T): boolean {
  const at = waiters.indexOf(waiter);
  if (at >= 0) waiters.splice(at, 1);
  return at >= 0;
}

/** What `async with` asks for. */
interface Acquirable {
  acquire(): Coroutine<true>;
  release(): void;
}

/**
 * `async with lock:` around a block.
 * @param lock it is acquired before the block and released after it, however that is left
 * @internal
 */
export function* _with<T>(lock: Acquirable, body: () => Coroutine<T>): Coroutine<T> {
  yield* lock.acquire();
  let failure: unknown = null;
  try {
    return yield* body();
  } catch (error) {
    failure = error;
    throw error;
  } finally {
    release_after(lock, failure);
  }
}

/** An error of `release` itself has the one that has left the block as its context. */
function release_after(lock: Acquirable, failure: unknown): void {
  try {
    lock.release();
  } catch (error) {
    if (error instanceof BaseException && failure instanceof BaseException) {
      mark_raised(failure);
      set_context(error, failure);
    }
    throw error;
  }
}

/** A lock for tasks, which is given to them in the order in which they ask for it. Mirrors `asyncio.Lock`. */
export class Lock extends _LoopBoundMixin {
  private readonly _waiters: Future<true>[] = [];
  private _locked = false;

  /** @param options `loop`, up to 3.9: see {@link LoopOptions} */
  constructor(options: LoopOptions = {}) {
    super(options);
  }

  /** Whether somebody has it. It is not locked between a `release` and the turn of the one who was woken. */
  locked(): boolean {
    return this._locked;
  }

  /**
   * Takes the lock; waits for it if somebody has it, or waits for it already.
   * @returns true
   * @throws RuntimeError `… is bound to a different event loop` (3.10 and later), if it has to wait
   */
  *acquire(): Coroutine<true> {
    if (!this._locked && this._waiters.every((one) => one.cancelled())) return (this._locked = true);
    const waiter = this._waiter<true>();
    this._waiters.push(waiter);
    try {
      try {
        yield* waiter;
      } finally {
        _remove(this._waiters, waiter);
      }
    } catch (error) {
      if (error instanceof CancelledError && !this._locked) this._wake_up_first();
      throw error;
    }
    return (this._locked = true);
  }

  /**
   * Releases the lock, and wakes the first one who waits for it.
   * @throws RuntimeError `Lock is not acquired.`
   */
  release(): void {
    if (!this._locked) throw new RuntimeError("Lock is not acquired.");
    this._locked = false;
    this._wake_up_first();
  }

  private _wake_up_first(): void {
    const [first] = this._waiters;
    // One who is done will wake up, and will then either take the lock or wake the next one.
    if (first !== undefined && !first.done()) first.set_result(true);
  }

  /**
   * Python's `async with lock:`.
   * @param body the block
   * @returns what the block returns
   */
  with<T>(body: () => Coroutine<T>): Coroutine<T> {
    return _with(this, body);
  }

  __repr__(): string {
    return _state_repr(this, this._locked ? "locked" : "unlocked", this._waiters.length);
  }
}

/** A flag that tasks can wait for. Mirrors `asyncio.Event`. */
export class Event extends _LoopBoundMixin {
  private readonly _waiters: Future<true>[] = [];
  private _value = false;

  /** @param options `loop`, up to 3.9: see {@link LoopOptions} */
  constructor(options: LoopOptions = {}) {
    super(options);
  }

  /** Whether the flag is set. */
  is_set(): boolean {
    return this._value;
  }

  /** Sets the flag and wakes everybody who waits, in the order in which they came. */
  set(): void {
    if (this._value) return;
    this._value = true;
    for (const waiter of this._waiters) if (!waiter.done()) waiter.set_result(true);
  }

  /** Resets the flag. Who was woken stays awake. */
  clear(): void {
    this._value = false;
  }

  /**
   * Waits until the flag is set.
   * @returns true
   * @throws RuntimeError `… is bound to a different event loop` (3.10 and later), if it has to wait
   */
  *wait(): Coroutine<true> {
    if (this._value) return true;
    const waiter = this._waiter<true>();
    this._waiters.push(waiter);
    try {
      yield* waiter;
      return true;
    } finally {
      _remove(this._waiters, waiter);
    }
  }

  __repr__(): string {
    return _state_repr(this, this._value ? "set" : "unset", this._waiters.length);
  }
}

define_classes("asyncio.locks", { Lock, Event });
_name_methods(Lock, "acquire");
_name_methods(Event, "wait");

/** Lets the coroutine objects of methods know their names, such as `Lock.acquire`. @internal */
export function _name_methods(cls: { readonly name: string; readonly prototype: object }, ...names: string[]): void {
  for (const name of names) {
    const method: unknown = Object.getOwnPropertyDescriptor(cls.prototype, name)?.value;
    if (typeof method !== "function") continue;
    Object.defineProperty(method, "__qualname__", { value: `${cls.name}.${name}` });
    name_generators(method as () => unknown);
  }
}
