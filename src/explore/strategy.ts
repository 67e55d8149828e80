/**
 * What a strategy is: a chooser that runs a program again and again, each time by other choices. The runner (`explore.ts`) calls it so:
 *
 *     while (strategy.begin()) {        // is there another execution to run?
 *       run a kernel                    // strategy.choose(point, kernel) at each choice, strategy.step(thread) before each step
 *       strategy.end(kernel, ending)    // what came of it: how does it count?
 *     }
 *     strategy.cut()                    // what was left out, if anything
 *
 * At each choice it sees what every thread is about to do: `Thread.pending` of the threads in `point.threads`, and of those
 * that are blocked in `kernel.threads`, has the object that it touches and the kind of access. `step` also shows it the steps that nobody could
 * choose otherwise. After an execution, `kernel.decisions`, `kernel.preemptions`, `kernel.steps` and `kernel.ending` say what it did.
 */
import type { Chooser } from "../kernel/chooser.js";
import type { Ending } from "../kernel/ending.js";
import type { Kernel } from "../kernel/kernel.js";

/** How a strategy is getting on. */
export interface Advance {
  /** What it is doing, in a few words: `up to 2 preemptions`. */
  readonly phase: string;
  /** How much of the present phase is done, from 0 to 1; null when nobody can know. It is an estimate that assumes an even tree. */
  readonly fraction: number | null;
}

export interface Strategy extends Chooser {
  /** How reports call it. */
  readonly name: string;
  /** Begins an execution. @returns false when there is none left to run */
  begin(): boolean;
  /**
   * Ends an execution.
   * @param ending how the kernel says that it ended
   * @returns the ending that it counts with, usually the same; null when this schedule was counted before
   */
  end(kernel: Kernel, ending: Ending): Ending | null;
  /** What was left out although `begin` says that there is nothing left to run; null when every schedule was run. */
  cut(): string | null;
  /** How far it is. */
  advance(): Advance;
}
