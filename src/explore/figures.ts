/**
 * What counting and choosing need of a run, wherever it takes place: in a kernel here, or in another process, which can only tell of itself.
 */
import type { ChoiceKind, ChoicePoint } from "../kernel/chooser.js";
import type { Ending } from "../kernel/ending.js";
import type { Strategy } from "./strategy.js";

/** The figures of a run, so far or at its end. A `Kernel` has them all. */
export interface RunFigures {
  /** Every decision that was not the default's: see `Kernel.decisions`. */
  readonly decisions: readonly number[];
  /** How many decisions preempted a thread that could have gone on. */
  readonly preemptions: number;
  /** How many visible operations were done. */
  readonly steps: number;
  /** The virtual clock, in seconds. */
  readonly now: number;
  /** How many choice points there were. */
  readonly choices: number;
}

/** A choice point as far as its threads are but numbers. A `ChoicePoint` has all of it. */
export interface ChoiceFigures extends Omit<ChoicePoint, "kind" | "threads"> {
  readonly kind: ChoiceKind;
  /** For `thread`: the threads that could go next, the default first; `null` stands for "time passes". Otherwise empty. */
  readonly threads: readonly ({ readonly id: number } | null)[];
}

/** A strategy that needs no kernel, so that it can also choose for a run in another process. */
export interface DetachedStrategy extends Omit<Strategy, "choose" | "end"> {
  /** See `Chooser.choose`. */
  choose(point: ChoiceFigures, run: Pick<RunFigures, "preemptions">): number;
  /** See `Strategy.end`. */
  end(run: RunFigures, ending: Ending): Ending | null;
}

/** The choices that an execution begins with, decided before it runs. */
export interface Plan {
  /** The way of each of its first choices. */
  readonly ways: readonly number[];
  /** Those of them that are not the default's, as `Kernel.decisions` has them. */
  readonly decisions: readonly number[];
}

/** A strategy that knows an execution's first choices before the execution runs; after them it chooses way 0. */
export interface PlanningStrategy extends DetachedStrategy {
  /** The plan of the execution that was begun last. */
  planned(): Plan;
  /**
   * The plans of executions that are still to come in any case, the next one first, so that they can be run beside the present one. It is asked
   * after an execution has been begun; the list is empty when nothing is sure.
   * @param most how many plans at most
   */
  ahead(most: number): Plan[];
}
