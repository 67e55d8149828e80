/** `threading.Lock` and `threading.RLock`. Which waiter gets a lock that is released is for the chooser: a running thread may barge in. */
import { AttributeError, RuntimeError, ValueError } from "../builtins/exceptions.js";
import { define_classes } from "../builtins/repr.js";
import { checkSeconds } from "../interpreter/seconds.js";
import { interpreter } from "../interpreter/state.js";
import { current } from "../kernel/current.js";
import type { Kernel } from "../kernel/kernel.js";
import { Gate, Operation } from "../kernel/operation.js";
import type { Thread } from "../kernel/thread.js";
import type { Syscall, Blocking } from "../kernel/traps.js";
import { runningThread, waitAt } from "../kernel/wait.js";

/** The longest timeout that a lock takes, in seconds. */
export const TIMEOUT_MAX = 9223372036;

/** What a lock offers to a Condition. */
export interface ConditionLock {
  acquire(blocking?: boolean, timeout?: number): Blocking<boolean>;
  release(): Blocking<void>;
  /** Whether somebody holds it. */
  locked(): Blocking<boolean>;
  /** @internal Releases it however often it is held. @returns what `_acquire_restore` needs */
  _release_save(kernel: Kernel): Blocking<number>;
  /** @internal */
  _acquire_restore(kernel: Kernel, saved: number): Blocking<void>;
  /** @internal */
  _is_owned(kernel: Kernel): boolean;
}

/** Checks the arguments of `acquire` as CPython does. @returns the deadline on the virtual clock */
function deadlineOf(kernel: Kernel, blocking: boolean, timeout: number): number {
  checkSeconds(timeout);
  if (!blocking && timeout !== -1) throw new ValueError("can't specify a timeout for a non-blocking call");
  if (timeout < 0 && timeout !== -1) {
    const rule = interpreter().profile.lockTimeoutNonNegative ? "a non-negative number" : "positive";
    throw new ValueError(`timeout value must be ${rule}`);
  }
  return timeout === -1 ? Infinity : kernel.now + timeout;
}

/** What both kinds of lock share: a gate that is open while nobody holds the lock. */
abstract class BaseLock implements ConditionLock {
  protected readonly gate: Gate;
  protected readonly taking: Operation;
  protected readonly trying: Operation;
  protected readonly giving: Operation;
  protected readonly looking: Operation;

  /** @throws UsageError outside a run: the lock would stay taken, and waited for, from one run to the next */
  constructor(kind: string) {
    current();
    this.gate = new Gate(kind, true);
    this.taking = new Operation(`acquire ${kind}`, this.gate, "write", this.gate);
    this.trying = new Operation(`try to acquire ${kind}`, this.gate, "write");
    this.giving = new Operation(`release ${kind}`, this.gate, "write");
    this.looking = new Operation(`look at ${kind}`, this.gate, "read");
  }

  abstract _release_save(kernel: Kernel): Blocking<number>;
  abstract _acquire_restore(kernel: Kernel, saved: number): Blocking<void>;
  abstract _is_owned(kernel: Kernel): boolean;
  abstract acquire(blocking?: boolean, timeout?: number): Blocking<boolean>;
  abstract release(): Blocking<void>;
  abstract locked(): Blocking<boolean>;

  /** Python's `with lock as entered:` around a body, which may be a blocking function or a coroutine; `entered` is what `acquire` gave. */
  *with<Y, T>(body: (entered: boolean) => Generator<Y, T, unknown>): Generator<Syscall | Y, T, unknown> {
    const entered = yield* this.acquire();
    try {
      return yield* body(entered);
    } finally {
      yield* this.release();
    }
  }

  protected taken(kernel: Kernel): void {
    const thread = runningThread(kernel);
    kernel.observer?.note("lock.acquire", 0, { lock: kernel.label(this.gate) });
    kernel.close(this.gate);
    this.gate.owner = thread;
  }

  protected given(kernel: Kernel): void {
    this.gate.owner = null;
    const cause = kernel.observer?.note("lock.release", 0, { lock: kernel.label(this.gate) }) ?? 0;
    kernel.open(this.gate, cause);
  }

  /** Takes the lock as soon as it is free. @returns false when the deadline came first */
  protected *take(kernel: Kernel, blocking: boolean, deadline: number): Blocking<boolean> {
    if (!blocking) {
      if (kernel.credit-- <= 0) yield this.trying;
      if (!this.gate.open) return false;
    } else if (!(yield* waitAt(kernel, this.taking, deadline))) {
      return false;
    }
    this.taken(kernel);
    return true;
  }
}

/** A lock that any thread may release. Mirrors `threading.Lock`. */
export class Lock extends BaseLock {
  constructor() {
    super("lock");
  }

  /**
   * Takes the lock.
   * @param blocking whether to wait for it
   * @param timeout how long at most, in seconds; -1 for ever
   * @returns whether it was taken
   * @throws ValueError when the arguments contradict each other or the timeout is negative
   */
  acquire(blocking = true, timeout = -1): Blocking<boolean> {
    const kernel = current();
    kernel.calls("lock.acquire(…)");
    return this.#acquiring(kernel, blocking, timeout);
  }

  *#acquiring(kernel: Kernel, blocking: boolean, timeout: number): Blocking<boolean> {
    kernel.undriven = "";
    return yield* this.take(kernel, blocking, deadlineOf(kernel, blocking, timeout));
  }

  /** Frees the lock. @throws RuntimeError `release unlocked lock` */
  release(): Blocking<void> {
    const kernel = current();
    kernel.calls("lock.release()");
    return this.#releasing(kernel);
  }

  *#releasing(kernel: Kernel): Blocking<void> {
    kernel.undriven = "";
    if (kernel.credit-- <= 0) yield this.giving;
    if (this.gate.open) throw new RuntimeError("release unlocked lock");
    this.given(kernel);
  }

  /** Whether somebody holds it. */
  locked(): Blocking<boolean> {
    const kernel = current();
    kernel.calls("lock.locked()");
    return this.#looking(kernel);
  }

  *#looking(kernel: Kernel): Blocking<boolean> {
    kernel.undriven = "";
    if (kernel.credit-- <= 0) yield this.looking;
    return !this.gate.open;
  }

  *_release_save(kernel: Kernel): Blocking<number> {
    yield* this.#releasing(kernel);
    return 1;
  }

  *_acquire_restore(kernel: Kernel): Blocking<void> {
    yield* this.take(kernel, true, Infinity);
  }

  /** A plain lock does not know its owner: for Condition it is owned when it is locked. */
  _is_owned(): boolean {
    return !this.gate.open;
  }

  __repr__(): string {
    return `<${this.gate.open ? "unlocked" : "locked"} _thread.lock object at ${interpreter().addressOf(this)}>`;
  }
}

/** A lock that its owner may take again. Mirrors `threading.RLock`. */
export class RLock extends BaseLock {
  #count = 0;

  constructor() {
    super("rlock");
  }

  /**
   * Takes the lock, or counts one up when the calling thread holds it already.
   * @param blocking whether to wait for it
   * @param timeout how long at most, in seconds; -1 for ever
   * @returns whether it was taken
   */
  acquire(blocking = true, timeout = -1): Blocking<boolean> {
    const kernel = current();
    kernel.calls("rlock.acquire(…)");
    return this.#acquiring(kernel, blocking, timeout);
  }

  *#acquiring(kernel: Kernel, blocking: boolean, timeout: number): Blocking<boolean> {
    kernel.undriven = "";
    const deadline = deadlineOf(kernel, blocking, timeout);
    if (this.#mine(kernel)) {
      if (kernel.credit-- <= 0) yield this.trying;
    } else if (!(yield* this.take(kernel, blocking, deadline))) {
      return false;
    }
    this.#count++;
    return true;
  }

  /** Counts one down, and frees the lock at 0. @throws RuntimeError `cannot release un-acquired lock` */
  release(): Blocking<void> {
    const kernel = current();
    kernel.calls("rlock.release()");
    return this.#releasing(kernel);
  }

  *#releasing(kernel: Kernel): Blocking<void> {
    kernel.undriven = "";
    if (kernel.credit-- <= 0) yield this.giving;
    if (!this.#mine(kernel)) throw new RuntimeError("cannot release un-acquired lock");
    if (--this.#count === 0) this.given(kernel);
  }

  #mine(kernel: Kernel): boolean {
    return this.#count > 0 && this.gate.owner === kernel.thread;
  }

  /** Whether somebody holds it (3.14 and later). @throws AttributeError before */
  locked(): Blocking<boolean> {
    if (!interpreter().profile.rlockLocked) {
      throw new AttributeError("'_thread.RLock' object has no attribute 'locked'");
    }
    const kernel = current();
    kernel.calls("rlock.locked()");
    return this.#looking(kernel);
  }

  *#looking(kernel: Kernel): Blocking<boolean> {
    kernel.undriven = "";
    if (kernel.credit-- <= 0) yield this.looking;
    return this.#count > 0;
  }

  *_release_save(kernel: Kernel): Blocking<number> {
    if (kernel.credit-- <= 0) yield this.giving;
    const saved = this.#count;
    this.#count = 0;
    this.given(kernel);
    return saved;
  }

  *_acquire_restore(kernel: Kernel, saved: number): Blocking<void> {
    yield* this.take(kernel, true, Infinity);
    this.#count = saved;
  }

  _is_owned(kernel: Kernel): boolean {
    return this.#mine(kernel);
  }

  __repr__(): string {
    const owner = this.gate.owner as Thread | null;
    const state = this.#count > 0 ? "locked" : "unlocked";
    const ident = owner === null ? 0 : owner.id + 1;
    return `<${state} _thread.RLock object owner=${String(ident)} count=${String(this.#count)} at ${interpreter().addressOf(this)}>`;
  }
}

define_classes("_thread", { lock: Lock, RLock });
