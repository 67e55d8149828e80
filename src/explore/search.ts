/** The runner: executes a program again and again under a strategy and collects what comes of it. */
import type { Chooser } from "../kernel/chooser.js";
import type { Ending } from "../kernel/ending.js";
import { UsageError } from "../kernel/errors.js";
import type { Kernel } from "../kernel/kernel.js";
import { formatSchedule, scheduleOf } from "../trace/schedule.js";
import { type Collected, keyOf, type Observation, Outcomes } from "./outcomes.js";
import { ReplayChooser } from "./replay.js";
import { isFailure, isLimit, type Progress, type Report, type Verdict } from "./report.js";
import type { Strategy } from "./strategy.js";

/** Something that can be executed many times. */
export interface Subject {
  /** Sets up one execution. */
  start(chooser: Chooser): Kernel;
  /** What can be observed of the execution that was set up last, after it has ended. */
  observe(kernel: Kernel, ending: Ending): Observation;
}

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

/** How many different outcomes are kept; a program that has more is not understood by reading them. */
const MAX_OUTCOMES = 10_000;

/** What of a report only the caller knows. */
export type ReportHead = Pick<Report, "schema" | "python" | "clock" | "timing" | "stdout" | "preemptions" | "seed">;

/** One search, which can be run in slices. */
export class Search {
  readonly #subject: Subject;
  readonly #strategy: Strategy;
  readonly #options: SearchOptions;
  readonly #maxExecutions: number;
  readonly #outcomes = new Outcomes();
  #executions = 0;
  #repeats = 0;
  #failures = 0;
  #limits = 0;
  #deterministic = true;
  /** How many executions there were when progress was told last. */
  #told = 0;
  #over = false;
  /** Why the search ended before the strategy had no more to run. */
  #cut: string | null = null;
  /** The outcomes whose schedule is still to be run once more at the end; null before. */
  #unconfirmed: Collected[] | null = null;

  constructor(subject: Subject, strategy: Strategy, options: SearchOptions) {
    this.#subject = subject;
    this.#strategy = strategy;
    this.#options = options;
    this.#maxExecutions = options.maxExecutions ?? 100_000;
  }

  /**
   * Goes on with the search.
   * @param budget how many executions at most, so that the caller can do something else in between
   * @returns whether the search is over
   * @throws UsageError when the scenario is used wrongly, with the schedule that shows it
   */
  run(budget = Infinity): boolean {
    const every = this.#options.progressEvery ?? 1000;
    for (let left = budget; left > 0 && !this.#over; left--) {
      if (this.#unconfirmed !== null) this.#confirm(this.#unconfirmed);
      else if (this.#goesOn()) this.#execute();
      else this.#finishSearch();
      const done = this.#executions + this.#repeats;
      if (done - this.#told >= every) {
        this.#told = done;
        this.#options.onProgress?.(this.progress());
      }
    }
    return this.#over;
  }

  /** How far it is. */
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

  /** What was found so far; final once {@link Search.run} has returned true. */
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

  /** Whether there is another execution to run; if there is, the strategy has begun it. */
  #goesOn(): boolean {
    if (this.#cut !== null) return false;
    if (this.#options.stop?.() === true) {
      this.#cut = "the search was stopped";
      this.#over = true;
      return false;
    }
    if (!this.#strategy.begin()) return false;
    if (this.#executions >= this.#maxExecutions) {
      this.#cut = `the search ended after ${String(this.#executions)} executions, its limit (maxExecutions)`;
    } else if (this.#outcomes.size >= MAX_OUTCOMES) {
      this.#cut = `the search ended after ${String(MAX_OUTCOMES)} different outcomes`;
    }
    return this.#cut === null;
  }

  /** Nothing is left to run but the outcomes' schedules once more; that is not needed where they are known to be unreliable. */
  #finishSearch(): void {
    this.#unconfirmed = [...this.#outcomes.all()].reverse();
    if (!this.#deterministic) this.#over = true;
  }

  #execute(): void {
    const kernel = this.#subject.start(this.#strategy);
    const ending = this.#strategy.end(kernel, this.#runKernel(kernel));
    if (ending === null) this.#repeats++;
    else this.#count(kernel, ending);
  }

  #count(kernel: Kernel, ending: Ending): void {
    this.#executions++;
    if (isFailure(ending)) this.#failures++;
    else if (isLimit(ending)) this.#limits++;
    if (ending.kind === "nondeterminism") this.#deterministic = false;
    this.#outcomes.add(kernel, ending, this.#subject.observe(kernel, ending));
  }

  #runKernel(kernel: Kernel): Ending {
    try {
      return kernel.run();
    } catch (error) {
      this.#over = true;
      if (!(error instanceof UsageError) || kernel.decisions.length === 0) throw error;
      throw new UsageError(`${error.message} (in schedule ${formatSchedule(scheduleOf(kernel.decisions))})`);
    }
  }

  /** Runs one outcome's schedule once more: what does not come again draws on something outside the simulation. */
  #confirm(unconfirmed: Collected[]): void {
    const collected = unconfirmed.pop();
    if (collected === undefined) {
      this.#over = true;
      return;
    }
    const chooser = new ReplayChooser(scheduleOf(collected.decisions));
    const kernel = this.#subject.start(chooser);
    const ending = chooser.verdict(kernel, this.#runKernel(kernel));
    const now = this.#subject.observe(kernel, ending);
    this.#repeats++;
    if (keyOf(now) === keyOf(collected.observation)) return;
    const [before, again] = [summary(collected.observation), summary(now)];
    this.#count(kernel, { kind: "nondeterminism", choice: kernel.choices, before, now: again });
  }

  #cuts(): string[] {
    const cuts: string[] = [];
    if (this.#cut !== null) cuts.push(this.#cut);
    else if (!this.#over && this.#unconfirmed === null) cuts.push("the search is still going on");
    else cuts.push(...[this.#strategy.cut()].filter((cut) => cut !== null));
    if (!this.#deterministic) cuts.push("the scenario is not deterministic, so a schedule can mean several runs");
    if (this.#limits > 0) {
      const executions = this.#limits === 1 ? "1 execution was" : `${String(this.#limits)} executions were`;
      cuts.push(`${executions} cut off at a limit`);
    }
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

const SUMMARY_MAX = 80;

function summary({ output, text }: Observation): string {
  const shown = output.length > SUMMARY_MAX ? `${output.slice(0, SUMMARY_MAX)}…` : output;
  return `the end (${text.split("\n", 1)[0] ?? ""}, output ${JSON.stringify(shown)})`;
}
