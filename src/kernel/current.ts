/** The one ambient variable: the kernel whose thread is running. Set around a run and restored after it, an error outside. */
import { UsageError } from "./errors.js";
import type { Kernel } from "./kernel.js";

let running: Kernel | null = null;

/**
 * The kernel whose run is going on.
 * @throws UsageError outside a run
 */
export function current(): Kernel {
  if (running === null) {
    throw new UsageError(
      "no run is going on: call this inside a scenario that simulate(), explore() or the command line runs",
    );
  }
  return running;
}

/** Whether a run is going on, for what is allowed on both sides. */
export function isRunning(): boolean {
  return running !== null;
}

/** Makes a kernel the current one, or none. @returns the one that was current before, to be restored */
export function enter(kernel: Kernel | null): Kernel | null {
  const before = running;
  running = kernel;
  return before;
}

/**
 * A variable of which every run has its own, such as Python's global counters. It is made when a run first asks for it.
 * A module holds it as a constant, so no state survives a run.
 */
export class RunLocal<T> {
  static #count = 0;
  readonly #index = RunLocal.#count++;
  readonly #make: (kernel: Kernel) => T;

  constructor(make: (kernel: Kernel) => T) {
    this.#make = make;
  }

  /** The current run's value. @throws UsageError outside a run */
  get(): T {
    return this.of(current());
  }

  /** A given run's value. */
  of(kernel: Kernel): T {
    const value = kernel.locals[this.#index] as T | undefined;
    if (value !== undefined) return value;
    const made = this.#make(kernel);
    kernel.locals[this.#index] = made;
    return made;
  }

  /** Gives a run its value before it starts. */
  set(kernel: Kernel, value: T): void {
    kernel.locals[this.#index] = value;
  }
}
