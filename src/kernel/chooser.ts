/**
 * The oracle. Every point at which CPython or the operating system could go more than one way is one call of {@link Chooser.choose}.
 * Recording, replaying, random choice and exhaustive enumeration are choosers; they never learn what a lock or a loop is, and the
 * kernel never learns why they chose.
 */
import type { Ending } from "./ending.js";
import type { Kernel } from "./kernel.js";
import type { Thread } from "./thread.js";

/**
 * What is chosen:
 * - `thread`: who goes next (and, in the lagging mode, whether time passes first);
 * - `clock`: to which of several deadlines within one millisecond of each other the clock jumps;
 * - `timeout`: whether a wait that was served and timed out at the same instant counts as timed out (0) or as served (1);
 * - `order`: which element of a set comes next when CPython iterates it in address order.
 */
export type ChoiceKind = "thread" | "clock" | "timeout" | "order";

/** One choice point. The kernel reuses the object: read it during `choose` and copy what must stay. */
export class ChoicePoint {
  kind: ChoiceKind = "thread";
  /** Its number in the run, from 0; points with one way only are not counted. */
  index = 0;
  /** How many ways there are: at least 2. Way 0 is the default schedule's. */
  count = 0;
  /** For `thread`: the threads that could go next, the default first; `null` stands for "time passes". Otherwise empty. */
  readonly threads: (Thread | null)[] = [];
  /** For `thread`: whether the thread that ran last could go on, so that choosing another one preempts it. */
  preempts = false;
}

/**
 * Lists the threads that could go next, as a {@link ChoicePoint} has them.
 * @param options the list, which is written anew
 * @param first the default
 * @param ready all of them
 * @param timePasses whether time could pass instead
 * @returns how many ways there are
 */
export function offer(
  options: (Thread | null)[],
  first: Thread,
  ready: readonly Thread[],
  timePasses: boolean,
): number {
  options[0] = first;
  let count = 1;
  for (const thread of ready) if (thread !== first) options[count++] = thread;
  if (timePasses) options[count++] = null;
  // Written only when it changes: an array that is emptied loses its memory.
  if (options.length !== count) options.length = count;
  return count;
}

/** One source of decisions. */
export interface Chooser {
  /**
   * Decides one choice point.
   * @param point what can be chosen
   * @param kernel the run: what every thread is about to do is in `kernel.threads`, as `Thread.pending`
   * @returns a whole number from 0 to `point.count - 1`, or -1 to end the run (see {@link Chooser.abandon})
   */
  choose(point: ChoicePoint, kernel: Kernel): number;

  /** How the run ends after `choose` returned -1. */
  abandon?(): Ending;

  /**
   * Sees each step before it is done, also those that nobody could choose otherwise: `thread.pending` is the operation that the
   * thread does next. Its effects are over when the next step or choice comes.
   */
  step?(thread: Thread): void;
}

/** A schedule that does not fit the run that it was given to. */
export interface Divergence {
  /** The number of the choice point, from 0. */
  readonly choice: number;
  /** What the schedule says there. */
  readonly expected: string;
  /** What the run could do there. */
  readonly possible: readonly string[];
}
