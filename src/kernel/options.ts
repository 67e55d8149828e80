/** What a kernel can be told, and the constants of its clock. */
import type { Chooser } from "./chooser.js";
import type { Observer } from "./observer.js";

/** `linux`: every read of the clock is 1 ns later than the one before; `frozen`: the clock stands still while code runs. */
export type ClockModel = "linux" | "frozen";

/** `punctual`: time passes only when every thread is blocked; `lagging`: it may also pass while a thread could run. */
export type Timing = "punctual" | "lagging";

/** What a kernel can be told. Everything has a default, and every limit is an ending of its own. */
export interface KernelOptions {
  readonly clock?: ClockModel;
  readonly timing?: Timing;
  /** Who decides; without one the run follows the default schedule. */
  readonly chooser?: Chooser | null;
  readonly observer?: Observer | null;
  /** How many visible operations a run may take: 10,000,000 unless told. */
  readonly maxSteps?: number;
  /** How far the virtual clock may go, in seconds: 100,000,000 unless told. */
  readonly maxTime?: number;
  /** How many threads may be started in one run: 10,000 unless told. */
  readonly maxThreads?: number;
}

/** One tick of the `linux` clock, in seconds. */
export const TICK = 1e-9;

/** Deadlines of different threads closer than this, in seconds, may be met in any order on a real machine. */
export const CLOCK_SLACK = 1e-3;
