/** `threading.Barrier`. CPython builds it from a Condition, whose lock is held while the action runs; otherwise each method is one visible operation. */
import { lt } from "../builtins/compare.js";
import { RuntimeError, ValueError } from "../builtins/exceptions.js";
import { class_of } from "../builtins/names.js";
import { class_path, default_repr, define_classes } from "../builtins/repr.js";
import { interpreter } from "../interpreter/state.js";
import { current } from "../kernel/current.js";
import type { Kernel } from "../kernel/kernel.js";
import { Operation, SharedObject } from "../kernel/operation.js";
import { isBlocking, type Blocking } from "../kernel/traps.js";
import { InnerLock } from "./inner_lock.js";
import { end_of_wait, Waiters } from "./waiters.js";

/** The barrier was broken or reset while a thread waited, or is broken. Mirrors `threading.BrokenBarrierError`. */
export class BrokenBarrierError extends RuntimeError {}

/** Whether threads come together, go on, are sent away by `reset`, or cannot wait any more. */
type State = "filling" | "draining" | "resetting" | "broken";

/** What the last thread calls, plain or blocking, before all go on. */
export type BarrierAction = () => Blocking<unknown> | void;

/** A place where a number of threads wait for each other. Mirrors `threading.Barrier`. */
export class Barrier {
  readonly #parties: number;
  readonly #action: BarrierAction | null;
  readonly #timeout: number | null;
  #state: State = "filling";
  #count = 0;
  readonly #shared = new SharedObject("barrier");
  readonly #lock = new InnerLock();
  readonly #waiters = new Waiters(this.#shared, "wait at barrier", "write", this.#lock);
  readonly #arriving = new Operation("come to barrier", this.#shared, "write");

  /**
   * @param parties how many threads wait for each other
   * @param action what the last of them calls before they go on
   * @param timeout how long `wait` waits at most unless told, in seconds; `null` for ever
   * @throws ValueError `parties must be >= 1` (3.13 and later, where it reads `parties must be > 0` in 3.13)
   */
  constructor(parties: number, action: BarrierAction | null = null, timeout: number | null = null) {
    current();
    const { profile } = interpreter();
    if (profile.barrierNeedsParties && lt(parties, 1)) {
      throw new ValueError(`parties must be ${profile.barrierErrorInclusive ? ">= 1" : "> 0"}`);
    }
    this.#parties = parties;
    this.#action = action;
    this.#timeout = timeout;
  }

  /** How many threads wait for each other. */
  get parties(): number {
    return this.#parties;
  }

  /** How many wait at present; 0 while they go on. */
  get n_waiting(): number {
    return this.#state === "filling" ? this.#count : 0;
  }

  /** Whether it is broken. */
  get broken(): boolean {
    return this.#state === "broken";
  }

  /**
   * Waits until as many threads have come as the barrier is for.
   * @param timeout how long at most, in seconds, after which the barrier is broken; `null` for the barrier's own
   * @returns the number of the thread among them, from 0, in order of coming
   * @throws BrokenBarrierError when the time is up, or when the barrier is broken, or reset meanwhile
   * @throws what the action raises, in the thread that has called it; the barrier is broken then
   */
  wait(timeout: number | null = null): Blocking<number> {
    const kernel = current();
    kernel.calls("barrier.wait(…)");
    return this.#wait(kernel, timeout ?? this.#timeout);
  }

  *#wait(kernel: Kernel, timeout: number | null): Blocking<number> {
    kernel.undriven = "";
    if (kernel.credit-- <= 0) yield this.#arriving;
    yield* this.#lock.take(kernel);
    try {
      while (this.#state === "draining" || this.#state === "resetting") yield* this.#waiters.wait(kernel, null);
      if (this.#state === "broken") throw new BrokenBarrierError();
      const index = this.#count++;
      try {
        if (index + 1 === this.#parties) yield* this.#release(kernel);
        else yield* this.#await_others(kernel, timeout);
        return index;
      } finally {
        if (--this.#count === 0) this.#drained(kernel);
      }
    } finally {
      this.#lock.give(kernel);
    }
  }

  /** The last one has come. */
  *#release(kernel: Kernel): Blocking<void> {
    try {
      if (this.#action !== null) {
        const done = this.#action();
        if (isBlocking(done)) yield* done;
      }
    } catch (error) {
      this.#become(kernel, "broken");
      throw error;
    }
    this.#become(kernel, "draining");
  }

  *#await_others(kernel: Kernel, timeout: number | null): Blocking<void> {
    let end: number | null = null;
    let left = timeout;
    while (!this.#has_changed()) {
      if (left !== null) {
        if (end === null) {
          end = end_of_wait(kernel, left);
        } else {
          left = end - kernel.readClock();
          if (left <= 0) {
            this.#become(kernel, "broken");
            throw new BrokenBarrierError();
          }
        }
      }
      yield* this.#waiters.wait(kernel, left);
    }
    if (this.#state !== "draining") throw new BrokenBarrierError();
  }

  /** Whether those who wait are to go on; another thread may have changed it since they were asked last. */
  #has_changed(): boolean {
    return this.#state !== "filling";
  }

  /** The last one has gone. */
  #drained(kernel: Kernel): void {
    if (this.#state === "draining" || this.#state === "resetting") this.#become(kernel, "filling");
  }

  /** Changes its state, and wakes all. */
  #become(kernel: Kernel, state: State): void {
    this.#state = state;
    const cause = kernel.observer?.note("barrier.state", 0, { barrier: kernel.label(this.#shared), state }) ?? 0;
    this.#waiters.notify(kernel, Infinity, cause);
  }

  /** Makes it as new. Whoever waits gets a BrokenBarrierError. */
  reset(): Blocking<void> {
    const kernel = current();
    kernel.calls("barrier.reset()");
    return this.#change(kernel, "reset barrier", () => {
      if (this.#count === 0) return "filling";
      return this.#state === "draining" ? "draining" : "resetting";
    });
  }

  /** Breaks it. Whoever waits or comes later gets a BrokenBarrierError. */
  abort(): Blocking<void> {
    const kernel = current();
    kernel.calls("barrier.abort()");
    return this.#change(kernel, "abort barrier", () => "broken");
  }

  *#change(kernel: Kernel, name: string, next: () => State): Blocking<void> {
    kernel.undriven = "";
    if (kernel.credit-- <= 0) yield new Operation(name, this.#shared, "write");
    yield* this.#lock.take(kernel);
    this.#become(kernel, next());
    this.#lock.give(kernel);
  }

  __repr__(): string {
    if (!interpreter().profile.syncReprsShowState) return default_repr(this);
    const state = this.broken ? "broken" : `waiters=${String(this.n_waiting)}/${String(this.#parties)}`;
    return `<${class_path(class_of(this), [])} at ${interpreter().addressOf(this)}: ${state}>`;
  }
}

define_classes("threading", { Barrier, BrokenBarrierError });
