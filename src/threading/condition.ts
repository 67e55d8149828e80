/**
 * `threading.Condition` and `threading.Event`.
 *
 * A waiter goes through three places at which it can be overtaken:
 *
 * | step | waiter                              | notifier                        |
 * |------|-------------------------------------|---------------------------------|
 * | 1    | releases the condition's lock       |                                 |
 * | 2    | waits at its own gate               | takes the lock                  |
 * | 3    |                                     | opens the gate, removes it      |
 * | 4    | competes for the condition's lock   | releases the lock               |
 *
 * A waiter whose timeout has come at 2 stays in the queue until it holds the lock again at 4, so a `notify` meanwhile is spent on it.
 */
import { bool } from "../builtins/compare.js";
import { AttributeError, RuntimeError, ValueError } from "../builtins/exceptions.js";
import { define_classes, repr, type_name } from "../builtins/repr.js";
import { checkTimeout, deadlineAfter } from "../interpreter/seconds.js";
import { interpreter } from "../interpreter/state.js";
import { current } from "../kernel/current.js";
import type { Kernel } from "../kernel/kernel.js";
import { Gate, Operation, SharedObject } from "../kernel/operation.js";
import { isBlocking, type Blocking, type Syscall } from "../kernel/traps.js";
import { waitAt } from "../kernel/wait.js";
import { deprecated } from "./deprecated.js";
import { RLock, type ConditionLock } from "./lock.js";
import { end_of_wait } from "./waiters.js";

/** One waiter's own gate. */
function waiterOf(owner: SharedObject): { gate: Gate; operation: Operation } {
  const gate = new Gate("waiter", false);
  gate.owner = owner;
  return { gate, operation: new Operation(`wait for ${owner.kind}`, gate, "write", gate) };
}

/** Lets threads wait until others notify them. Mirrors `threading.Condition`. */
export class Condition {
  readonly #lock: ConditionLock;
  readonly #shared = new SharedObject("condition");
  readonly #waiters: Gate[] = [];

  /** @param lock the lock to be held around `wait` and `notify`; an RLock of its own unless told */
  constructor(lock: ConditionLock = new RLock()) {
    current();
    this.#lock = lock;
  }

  /** Takes the condition's lock: see `RLock.acquire`. */
  acquire(blocking = true, timeout = -1): Blocking<boolean> {
    return this.#lock.acquire(blocking, timeout);
  }

  /** Releases the condition's lock. */
  release(): Blocking<void> {
    return this.#lock.release();
  }

  /** Python's `with condition as entered:` around a body; `entered` is what `acquire` gave. */
  *with<Y, T>(body: (entered: boolean) => Generator<Y, T, unknown>): Generator<Syscall | Y, T, unknown> {
    const entered = yield* this.acquire();
    try {
      return yield* body(entered);
    } finally {
      yield* this.release();
    }
  }

  /**
   * Releases the lock, waits to be notified, and takes the lock again.
   * @param timeout how long to wait at most, in seconds; `null` for ever
   * @returns whether it was notified in time
   * @throws RuntimeError `cannot wait on un-acquired lock`
   * @throws TypeError or OverflowError for a timeout that is none
   */
  wait(timeout: number | null = null): Blocking<boolean> {
    const kernel = current();
    kernel.calls("condition.wait(…)");
    return this.#waiting(kernel, timeout);
  }

  *#waiting(kernel: Kernel, timeout: number | null): Blocking<boolean> {
    kernel.undriven = "";
    if (!this.#lock._is_owned(kernel)) throw new RuntimeError("cannot wait on un-acquired lock");
    checkTimeout(timeout);
    const { gate, operation } = waiterOf(this.#shared);
    this.#waiters.push(gate);
    const saved = yield* this.#lock._release_save(kernel);
    const notified = yield* waitAt(kernel, operation, deadlineAfter(kernel.now, timeout));
    yield* this.#lock._acquire_restore(kernel, saved);
    const at = this.#waiters.indexOf(gate);
    if (!notified && at >= 0) this.#waiters.splice(at, 1);
    return notified;
  }

  /**
   * Waits until a predicate holds.
   * @param predicate plain or blocking, called with the lock held; what it returns holds when it is true in Python, where an empty list is not
   * @param timeout how long to wait at most, in seconds; `null` for ever. With one, each turn reads the clock once
   * @returns the predicate's last result
   * @throws RuntimeError `cannot wait on un-acquired lock`, when it has to wait
   */
  wait_for<T>(predicate: () => Blocking<T> | T, timeout: number | null = null): Blocking<T> {
    const kernel = current();
    kernel.calls("condition.wait_for(…)");
    return this.#waitingFor(kernel, predicate, timeout);
  }

  *#waitingFor<T>(kernel: Kernel, predicate: () => Blocking<T> | T, timeout: number | null): Blocking<T> {
    kernel.undriven = "";
    let end: number | null = null;
    let left = timeout;
    for (;;) {
      const asked = predicate();
      const result = isBlocking(asked) ? yield* asked : asked;
      if (bool(result)) return result;
      if (left !== null) {
        if (end === null) {
          end = end_of_wait(kernel, left);
        } else {
          left = end - kernel.readClock();
          if (left <= 0) return result;
        }
      }
      yield* this.wait(left);
    }
  }

  /**
   * Wakes the longest-waiting threads; they go on once they have the lock again.
   * @param n how many; for less than 1 none
   * @throws RuntimeError `cannot notify on un-acquired lock`
   * @throws ValueError in 3.8, when n is no whole number from 0 on
   */
  notify(n = 1): Blocking<void> {
    const kernel = current();
    kernel.calls("condition.notify(…)");
    return this.#notifying(kernel, n);
  }

  // It has no scheduling point: its caller holds the lock, and only a waiter whose time is up could tell the difference, which
  // `waitAt` makes a choice.
  *#notifying(kernel: Kernel, n: number | null): Blocking<void> {
    kernel.undriven = "";
    if (!this.#lock._is_owned(kernel)) throw new RuntimeError("cannot notify on un-acquired lock");
    const most = n ?? this.#waiters.length;
    if (interpreter().profile.notifyNeedsCount && !(Number.isInteger(most) && most >= 0)) {
      throw new ValueError("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
    }
    const count = most > 0 ? Math.min(Math.ceil(most), this.#waiters.length) : 0;
    const cause = kernel.observer?.note("condition.notify", 0, { condition: kernel.label(this.#shared), count }) ?? 0;
    for (const gate of this.#waiters.splice(0, count)) kernel.open(gate, cause);
  }

  /** Wakes all waiting threads. @throws RuntimeError `cannot notify on un-acquired lock` */
  notify_all(): Blocking<void> {
    const kernel = current();
    kernel.calls("condition.notify_all()");
    return this.#notifying(kernel, null);
  }

  /** The old name of {@link notify_all}. */
  notifyAll(): Blocking<void> {
    deprecated("notifyAll()", "use notify_all()");
    return this.notify_all();
  }

  /** Whether somebody holds the condition's lock (3.14 and later). @throws AttributeError before */
  locked(): Blocking<boolean> {
    if (!interpreter().profile.rlockLocked) {
      throw new AttributeError(`'${type_name(this)}' object has no attribute 'locked'`);
    }
    return this.#lock.locked();
  }

  __repr__(): string {
    return `<Condition(${repr(this.#lock)}, ${String(this.#waiters.length)})>`;
  }
}

/**
 * A flag that threads can wait for. Mirrors `threading.Event`. CPython builds it from a Condition; here each method is one visible operation,
 * since no user code runs while that Condition's lock is held.
 */
export class Event {
  #flag = false;
  readonly #shared = new SharedObject("event");
  readonly #waiters: Gate[] = [];
  readonly #looking = new Operation("look at event", this.#shared, "read");
  readonly #setting = new Operation("set event", this.#shared, "write");
  readonly #clearing = new Operation("clear event", this.#shared, "write");
  readonly #entering = new Operation("wait for event", this.#shared, "write");

  constructor() {
    // Outside a run it would keep its state, and whoever waits for it, from one run to the next.
    current();
  }

  /** Whether the flag is set. */
  is_set(): Blocking<boolean> {
    const kernel = current();
    kernel.calls("event.is_set()");
    return this.#look(kernel);
  }

  *#look(kernel: Kernel): Blocking<boolean> {
    kernel.undriven = "";
    if (kernel.credit-- <= 0) yield this.#looking;
    return this.#flag;
  }

  /** Sets the flag and frees all who wait. */
  set(): Blocking<void> {
    const kernel = current();
    kernel.calls("event.set()");
    return this.#set(kernel);
  }

  *#set(kernel: Kernel): Blocking<void> {
    kernel.undriven = "";
    if (kernel.credit-- <= 0) yield this.#setting;
    this.#flag = true;
    const cause = kernel.observer?.note("event.set", 0, { event: kernel.label(this.#shared) }) ?? 0;
    for (const gate of this.#waiters.splice(0)) kernel.open(gate, cause);
  }

  /** Resets the flag. Threads that were freed already stay free. */
  clear(): Blocking<void> {
    const kernel = current();
    kernel.calls("event.clear()");
    return this.#clear(kernel);
  }

  *#clear(kernel: Kernel): Blocking<void> {
    kernel.undriven = "";
    if (kernel.credit-- <= 0) yield this.#clearing;
    this.#flag = false;
    kernel.observer?.note("event.clear", 0, { event: kernel.label(this.#shared) });
  }

  /**
   * Waits until the flag is set.
   * @param timeout how long at most, in seconds; `null` for ever
   * @returns true, or false when the timeout came first
   */
  wait(timeout: number | null = null): Blocking<boolean> {
    const kernel = current();
    kernel.calls("event.wait(…)");
    return this.#wait(kernel, timeout);
  }

  *#wait(kernel: Kernel, timeout: number | null): Blocking<boolean> {
    kernel.undriven = "";
    if (kernel.credit-- <= 0) yield this.#entering;
    if (this.#flag) return true;
    checkTimeout(timeout);
    const { gate, operation } = waiterOf(this.#shared);
    this.#waiters.push(gate);
    const set = yield* waitAt(kernel, operation, deadlineAfter(kernel.now, timeout));
    const at = this.#waiters.indexOf(gate);
    if (at >= 0) this.#waiters.splice(at, 1);
    return set;
  }

  /** The old name of {@link is_set}. */
  isSet(): Blocking<boolean> {
    deprecated("isSet()", "use is_set()");
    return this.is_set();
  }

  __repr__(): string {
    const address = interpreter().addressOf(this);
    if (!interpreter().profile.syncReprsShowState) return `<threading.Event object at ${address}>`;
    return `<threading.Event at ${address}: ${this.#flag ? "set" : "unset"}>`;
  }
}

define_classes("threading", { Condition, Event });
