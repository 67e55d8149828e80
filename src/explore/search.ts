/** The runner: executes a program again and again under a strategy and collects what comes of it. */
import type { Chooser } from "../kernel/chooser.js";
import type { Ending } from "../kernel/ending.js";
import { UsageError } from "../kernel/errors.js";
import type { Kernel } from "../kernel/kernel.js";
import { formatSchedule, scheduleOf } from "../trace/schedule.js";
import type { Collected, Observation } from "./outcomes.js";
import { ReplayChooser } from "./replay.js";
import type { Progress, Report } from "./report.js";
import type { Strategy } from "./strategy.js";
import { type ReportHead, type SearchOptions, Tally } from "./tally.js";

/** Something that can be executed many times. */
export interface Subject {
  /** Sets up one execution. */
  start(chooser: Chooser): Kernel;
  /** What can be observed of the execution that was set up last, after it has ended. */
  observe(kernel: Kernel, ending: Ending): Observation;
}

/** One search, which can be run in slices. */
export class Search {
  readonly #subject: Subject;
  readonly #strategy: Strategy;
  readonly #tally: Tally;

  constructor(subject: Subject, strategy: Strategy, options: SearchOptions) {
    this.#subject = subject;
    this.#strategy = strategy;
    this.#tally = new Tally(strategy, options);
  }

  /**
   * Goes on with the search.
   * @param budget how many executions at most, so that the caller can do something else in between
   * @returns whether the search is over
   * @throws UsageError when the scenario is used wrongly, with the schedule that shows it
   */
  run(budget = Infinity): boolean {
    const tally = this.#tally;
    for (let left = budget; left > 0 && !tally.over; left--) {
      if (tally.unconfirmed !== null) this.#confirm(tally.unconfirmed);
      else if (tally.goesOn()) this.#execute();
      tally.tell();
    }
    return tally.over;
  }

  /** How far it is. */
  progress(): Progress {
    return this.#tally.progress();
  }

  /** What was found so far; final once {@link Search.run} has returned true. */
  report(head: ReportHead): Report {
    return this.#tally.report(head);
  }

  #execute(): void {
    const kernel = this.#subject.start(this.#strategy);
    const ending = this.#strategy.end(kernel, this.#runKernel(kernel));
    if (ending === null) this.#tally.repeat();
    else this.#tally.count(kernel, ending, this.#subject.observe(kernel, ending));
  }

  #runKernel(kernel: Kernel): Ending {
    try {
      return kernel.run();
    } catch (error) {
      this.#tally.finish();
      if (!(error instanceof UsageError) || kernel.decisions.length === 0) throw error;
      throw new UsageError(`${error.message} (in schedule ${formatSchedule(scheduleOf(kernel.decisions))})`);
    }
  }

  /** Runs one outcome's schedule once more. */
  #confirm(unconfirmed: Collected[]): void {
    const collected = unconfirmed.pop();
    if (collected === undefined) {
      this.#tally.finish();
      return;
    }
    const chooser = new ReplayChooser(scheduleOf(collected.decisions));
    const kernel = this.#subject.start(chooser);
    const ending = chooser.verdict(kernel, this.#runKernel(kernel));
    const observe = (seen: Ending): Observation => this.#subject.observe(kernel, seen);
    this.#tally.confirm(collected, kernel, observe(ending), observe);
  }
}
