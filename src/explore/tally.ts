/** What a search has found so far, however its executions are run: outcomes, counts, what was cut, and the verdict that follows. */
import type { Ending } from "../kernel/ending.js";
import type { RunFigures } from "./figures.js";
import { type Collected, keyOf, type Observation, Outcomes } from "./outcomes.js";
import { isFailure, isLimit, isLost, type Progress, type Report, type Verdict } from "./report.js";
import type { Strategy } from "./strategy.js";

/** When a search ends, and who watches it. */
export interface SearchOptions {
  /** After how many executions the search gives up: 100,000 unless told. */
  readonly maxExecutions?: number;
  /** Called now and then with how far the search is. */
  readonly onProgress?: (progress: Progress) => void;
  /** After how many executions each time: 1,000 unless told. */
  readonly progressEvery?: number;
  /** Asked before each execution; true ends the search with what was found so far. */
  readonly stop?: () => boolean;
}

/** After how many executions a search gives up unless told. */
export const DEFAULT_MAX_EXECUTIONS = 100_000;

/** How many different outcomes are kept; a program that has more is not understood by reading them. */
const MAX_OUTCOMES = 10_000;

/** What of a report only the caller knows. */
export type ReportHead = Pick<Report, "schema" | "python" | "clock" | "timing" | "stdout" | "preemptions" | "seed">;

/** What of a strategy its search is told by: how it is called, and how it is getting on. */
type Watched = Pick<Strategy, "name" | "begin" | "cut" | "advance">;

/** The state of one search. */
export class Tally {
  readonly #strategy: Watched;
  readonly #options: SearchOptions;
  readonly #maxExecutions: number;
  readonly #outcomes = new Outcomes();
  #executions = 0;
  #repeats = 0;
  #failures = 0;
  #limits = 0;
  #lost = 0;
  #deterministic = true;
  /** How many executions there were when progress was told last. */
  #told = 0;
  #over = false;
  /** Why the search ended before the strategy had no more to run. */
  #cut: string | null = null;
  /** The outcomes whose schedule is still to be run once more at the end; null before. */
  #unconfirmed: Collected[] | null = null;

  constructor(strategy: Watched, options: SearchOptions) {
    this.#strategy = strategy;
    this.#options = options;
    this.#maxExecutions = options.maxExecutions ?? DEFAULT_MAX_EXECUTIONS;
  }

  /** Whether nothing is left to do. */
  get over(): boolean {
    return this.#over;
  }

  /** The outcomes whose schedule is still to be run once more, the next one last; null while the search itself goes on. */
  get unconfirmed(): Collected[] | null {
    return this.#unconfirmed;
  }

  /**
   * Whether there is another execution to run; if there is, the strategy has begun it. If there is not, the outcomes' schedules are
   * left to be run once more, see {@link Tally.unconfirmed}, or nothing is.
   */
  goesOn(): boolean {
    if (this.#options.stop?.() === true) {
      this.stop();
      return false;
    }
    if (this.#mayBegin()) return true;
    // That is not needed where schedules are known to be unreliable.
    this.#unconfirmed = [...this.#outcomes.all()].reverse();
    if (!this.#deterministic) this.#over = true;
    return false;
  }

  /** Ends the search with what was found so far. */
  stop(): void {
    // Who stops it while outcomes are confirmed has seen the whole search all the same.
    if (this.#unconfirmed === null) this.#cut = "the search was stopped";
    this.#over = true;
  }

  /** Ends the search: there is nothing left to do. */
  finish(): void {
    this.#over = true;
  }

  /** Takes note of an execution with a schedule that was not run before. */
  count(run: RunFigures, ending: Ending, observation: Observation): void {
    this.#executions++;
    if (isFailure(ending)) this.#failures++;
    else if (isLimit(ending)) this.#limits++;
    else if (isLost(ending)) this.#lost++;
    if (ending.kind === "nondeterminism") this.#deterministic = false;
    this.#outcomes.add(run, ending, observation);
  }

  /** Takes note of an execution with a schedule that was counted before. */
  repeat(): void {
    this.#repeats++;
  }

  /**
   * Takes note of what came of an outcome's schedule when it was run once more: what does not come again draws on something outside the simulation.
   * @param observe what can be observed of this run with such an ending
   */
  confirm(collected: Collected, run: RunFigures, now: Observation, observe: (ending: Ending) => Observation): void {
    this.#repeats++;
    if (keyOf(now) === keyOf(collected.observation)) return;
    const [before, again] = [summary(collected.observation), summary(now)];
    const ending: Ending = { kind: "nondeterminism", choice: run.choices, before, now: again };
    this.count(run, ending, observe(ending));
  }

  /** Tells how far the search is, if it is time to. */
  tell(): void {
    const done = this.#executions + this.#repeats;
    if (done - this.#told < (this.#options.progressEvery ?? 1000)) return;
    this.#told = done;
    this.#options.onProgress?.(this.progress());
  }

  /** How far the search is. */
  progress(): Progress {
    const { phase, fraction } = this.#strategy.advance();
    return {
      executions: this.#executions,
      repeats: this.#repeats,
      outcomes: this.#outcomes.size,
      failures: this.#failures,
      maxExecutions: this.#maxExecutions,
      phase,
      fraction,
    };
  }

  /** What was found so far; final once the search is over. */
  report(head: ReportHead): Report {
    const cuts = this.#cuts();
    const verdict: Verdict = this.#failures > 0 ? "failed" : cuts.length > 0 ? "inconclusive" : "exhausted";
    const whole = cuts.length > 0 ? cuts.join("; ") : "every schedule was run";
    return {
      ...head,
      strategy: this.#strategy.name,
      verdict,
      reason: verdict === "failed" ? `${this.#describeFailures()}; ${whole}` : whole,
      complete: cuts.length === 0,
      executions: this.#executions,
      outcomes: this.#outcomes.toOutcomes(),
      figures: this.#outcomes.figures(this.#repeats),
    };
  }

  #mayBegin(): boolean {
    if (!this.#strategy.begin()) return false;
    if (this.#executions >= this.#maxExecutions) {
      this.#cut = `the search ended after ${String(this.#executions)} executions, its limit (maxExecutions)`;
    } else if (this.#outcomes.size >= MAX_OUTCOMES) {
      this.#cut = `the search ended after ${String(MAX_OUTCOMES)} different outcomes`;
    }
    return this.#cut === null;
  }

  #cuts(): string[] {
    const cuts: string[] = [];
    if (this.#cut !== null) cuts.push(this.#cut);
    else if (!this.#over && this.#unconfirmed === null) cuts.push("the search is still going on");
    else cuts.push(...[this.#strategy.cut()].filter((cut) => cut !== null));
    if (!this.#deterministic) cuts.push("the scenario is not deterministic, so a schedule can mean several runs");
    if (this.#limits > 0) cuts.push(`${executionsWere(this.#limits)} cut off at a limit`);
    if (this.#lost > 0) cuts.push(`${executionsWere(this.#lost)} given up, having left the simulation or stalled`);
    return cuts;
  }

  #describeFailures(): string {
    const counts = new Map<string, number>();
    for (const { ending, count } of this.#outcomes.all()) {
      if (isFailure(ending)) counts.set(ending.kind, (counts.get(ending.kind) ?? 0) + count);
    }
    const kinds = [...counts].map(([kind, count]) => `${kind} ${String(count)}`).join(", ");
    return `${String(this.#failures)} of ${String(this.#executions)} executions failed (${kinds})`;
  }
}

function executionsWere(count: number): string {
  return count === 1 ? "1 execution was" : `${String(count)} executions were`;
}

const SUMMARY_MAX = 80;

function summary({ output, text }: Observation): string {
  const shown = output.length > SUMMARY_MAX ? `${output.slice(0, SUMMARY_MAX)}…` : output;
  return `the end (${text.split("\n", 1)[0] ?? ""}, output ${JSON.stringify(shown)})`;
}
