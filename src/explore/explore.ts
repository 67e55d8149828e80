/** Exploring a scenario: which outcomes it can have, each with the shortest schedule that leads to it. */
import type { Chooser } from "../kernel/chooser.js";
import type { Ending } from "../kernel/ending.js";
import { UsageError } from "../kernel/errors.js";
import type { Kernel } from "../kernel/kernel.js";
import { endingText, type Execution, prepare, type RunOptions, type Scenario } from "../run.js";
import { ExhaustiveStrategy } from "./exhaustive.js";
import { checkOneOf, checkRunOptions, checkWhole } from "./options.js";
import type { Observation } from "./outcomes.js";
import { checkSeed } from "./prng.js";
import { RandomStrategy } from "./random.js";
import { type Progress, type Report, REPORT_SCHEMA } from "./report.js";
import { Search, type Subject } from "./search.js";
import type { Strategy } from "./strategy.js";
import type { SearchOptions } from "./tally.js";

/** The strategies that can be named. */
export const strategies = ["exhaustive", "random"] as const;
export type StrategyName = (typeof strategies)[number];

/** How to choose the schedules. */
export interface StrategyOptions {
  /** `exhaustive` unless told; an object of one's own can be any other. */
  readonly strategy?: StrategyName | Strategy;
  /** For `exhaustive`: how many preemptions a schedule may have. Any number unless told, those with few of them first. */
  readonly preemptions?: number;
  /** For `random`: 0 unless told. */
  readonly seed?: number;
}

/** What {@link explore} can be told. `maxSteps` is 100,000 unless told. */
export interface ExploreOptions extends Omit<RunOptions, "observer" | "chooser">, SearchOptions, StrategyOptions {}

/** How many visible operations an execution may take unless told: an exploration meets endless loops that one run would not. */
export const DEFAULT_MAX_STEPS = 100_000;

/**
 * Makes a strategy from its name.
 * @throws UsageError for an unknown one, or one with options that are not for it
 */
export function makeStrategy(options: StrategyOptions): Strategy {
  const { strategy = "exhaustive", preemptions, seed } = options;
  if (typeof strategy === "object") return strategy;
  checkOneOf("strategy", strategy, strategies);
  checkWhole("preemptions", preemptions, 0);
  if (strategy === "random") {
    if (preemptions !== undefined)
      throw new UsageError("preemptions is for the exhaustive strategy; random has no bound");
    return new RandomStrategy(seed ?? 0);
  }
  if (seed !== undefined) throw new UsageError('seed is for the random strategy: { strategy: "random", seed }');
  return new ExhaustiveStrategy(preemptions);
}

/** Checks what a search is told. @throws UsageError one line for the first mistake */
export function checkSearchOptions(options: SearchOptions & StrategyOptions): void {
  checkWhole("maxExecutions", options.maxExecutions, 1);
  checkWhole("progressEvery", options.progressEvery, 1);
  if (options.seed !== undefined) checkSeed(options.seed);
}

/** A scenario as something that can be executed many times. */
class ScenarioSubject implements Subject {
  readonly #scenario: Scenario;
  #options: RunOptions;
  #execution: Execution | null = null;

  constructor(scenario: Scenario, options: RunOptions) {
    this.#scenario = scenario;
    this.#options = options;
  }

  start(chooser: Chooser): Kernel {
    // One object for all executions that the same chooser decides.
    if (this.#options.chooser !== chooser) this.#options = { ...this.#options, chooser };
    this.#execution = prepare(this.#scenario, this.#options);
    return this.#execution.kernel;
  }

  observe(_kernel: Kernel, ending: Ending): Observation {
    const execution = this.#execution as Execution;
    const { stdout, stderr } = execution.interpreter;
    return { output: stdout.output, stderr: stderr.output, text: endingText(execution, ending) };
  }
}

/**
 * An exploration that can be run in slices, for programs that have to do something else in between:
 * `const e = new Exploration(scenario); while (!e.run(1000)) …; e.report()`.
 */
export class Exploration {
  readonly #search: Search;
  readonly #options: ExploreOptions;
  readonly #python: string;

  /**
   * @param scenario the program
   * @param options see {@link ExploreOptions}
   * @throws UsageError for a wrong option
   */
  constructor(scenario: Scenario, options: ExploreOptions = {}) {
    checkRunOptions(scenario, options);
    checkSearchOptions(options);
    const runOptions: RunOptions = { ...options, maxSteps: options.maxSteps ?? DEFAULT_MAX_STEPS };
    this.#options = options;
    this.#python = prepare(scenario, runOptions).interpreter.profile.version;
    this.#search = new Search(new ScenarioSubject(scenario, runOptions), makeStrategy(options), options);
  }

  /**
   * Goes on exploring.
   * @param budget how many executions at most
   * @returns whether it is over
   * @throws UsageError when the scenario is used wrongly, such as a call without `yield*`
   */
  run(budget = Infinity): boolean {
    return this.#search.run(budget);
  }

  /** How far it is. */
  progress(): Progress {
    return this.#search.progress();
  }

  /** What was found so far; final once {@link Exploration.run} has returned true. */
  report(): Report {
    const {
      clock = "linux",
      timing = "punctual",
      stdout = "terminal",
      preemptions = null,
      strategy,
      seed,
    } = this.#options;
    const bound = preemptions === Infinity ? null : preemptions;
    const drawn = strategy === "random" ? (seed ?? 0) : null;
    const python = this.#python;
    return this.#search.report({
      schema: REPORT_SCHEMA,
      python,
      clock,
      timing,
      stdout,
      preemptions: bound,
      seed: drawn,
    });
  }
}

/**
 * Runs a scenario in every schedule, or in as many as the options allow, and tells what can come out of it. The search goes on after a failure.
 * @param scenario the program; it is called anew for each execution, so it must not keep anything between two calls
 * @param options how to simulate, how to choose the schedules, and when to give up
 * @returns the different outcomes with their shortest schedules, and a verdict: see `Report`
 * @throws UsageError for a wrong option, and when the scenario is used wrongly
 */
export function explore(scenario: Scenario, options: ExploreOptions = {}): Report {
  const exploration = new Exploration(scenario, options);
  exploration.run();
  return exploration.report();
}
