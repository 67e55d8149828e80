/** What an exploration finds: plain data, so that it can be printed as JSON and read by programs. */
import type { Ending } from "../kernel/ending.js";
import type { ClockModel, Timing } from "../kernel/kernel.js";

/** The version of the report's shape. */
export const REPORT_SCHEMA = 1;

/**
 * - `exhausted`: every schedule was run, nothing was cut, and no execution failed;
 * - `failed`: an execution failed (see {@link isFailure}); the search went on after it, so the other outcomes are there too;
 * - `inconclusive`: no execution failed, but not every schedule was run.
 */
export type Verdict = "exhausted" | "failed" | "inconclusive";

/** One thing that can happen: everything that a user can observe of a run, and how it comes about. */
export interface Outcome {
  readonly output: string;
  readonly stderr: string;
  /** How it ended: the kind of the ending, and the ending in words. */
  readonly ending: { readonly kind: Ending["kind"]; readonly text: string };
  /** Whether the verdict is `failed` because of it. */
  readonly failure: boolean;
  /** How many executions came out so. */
  readonly count: number;
  /** The shortest schedule that leads to it, for `replay()`: fewest departures from the default, then fewest preemptions, steps, and the first. */
  readonly schedule: string;
  /** How many choices of that schedule are not the default's. */
  readonly departures: number;
  /** How many of them preempt a thread that could have gone on. */
  readonly preemptions: number;
  /** How many visible operations that run does. */
  readonly steps: number;
  /** Where the virtual clock stands at its end, in seconds. */
  readonly time: number;
}

/** How large the search was. */
export interface Figures {
  /** The most choice points of one execution. */
  readonly choices: number;
  /** The most visible operations of one execution. */
  readonly steps: number;
  /** The most preemptions of one execution. */
  readonly preemptions: number;
  /** How many executions repeated a schedule that was counted before: the price of looking at few preemptions first, and of the last check. */
  readonly repeats: number;
}

/** The result of an exploration. */
export interface Report {
  readonly schema: typeof REPORT_SCHEMA;
  /** The full CPython version. */
  readonly python: string;
  readonly clock: ClockModel;
  readonly timing: Timing;
  /** The stdout model. */
  readonly stdout: string;
  readonly strategy: string;
  /** The bound on preemptions; null for none. */
  readonly preemptions: number | null;
  /** The seed of the random strategy; null for others. */
  readonly seed: number | null;
  readonly verdict: Verdict;
  /** The verdict in words: what was cut, what failed. */
  readonly reason: string;
  /** Whether every schedule was run to its end, so that `outcomes` are all that can happen. Also true of some `failed` searches. */
  readonly complete: boolean;
  /** How many schedules were run, each counted once. */
  readonly executions: number;
  /** The different outcomes, that of the shortest schedule first. */
  readonly outcomes: readonly Outcome[];
  readonly figures: Figures;
}

/** How far an exploration is. */
export interface Progress {
  readonly executions: number;
  readonly repeats: number;
  readonly outcomes: number;
  readonly failures: number;
  /** After how many executions the search gives up. */
  readonly maxExecutions: number;
  /** What the strategy is doing. */
  readonly phase: string;
  /** How much of the present phase is done, from 0 to 1; null when nobody can know. */
  readonly fraction: number | null;
}

/**
 * Whether an ending is a failure: an exception that left the main thread, an exit status other than 0, a deadlock, uncontrolled nondeterminism.
 * An execution that ended at a limit or out of control has not failed: nobody knows how it would have ended, so it makes the search inconclusive.
 */
export function isFailure(ending: Ending): boolean {
  if (ending.kind === "exited") return ending.code !== 0;
  return ending.kind === "raised" || ending.kind === "deadlock" || ending.kind === "nondeterminism";
}

/** Whether an execution was cut off, so that nobody knows how it would have ended. */
export function isLimit(ending: Ending): boolean {
  return ending.kind === "step limit" || ending.kind === "time limit" || ending.kind === "thread limit";
}

/** Whether an execution got out of control, so that nobody knows how it would have ended; only a real interpreter's can. */
export function isLost(ending: Pick<Ending, "kind">): boolean {
  return ending.kind === "escape" || ending.kind === "stalled";
}
