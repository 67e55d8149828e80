/** Exploring bare threads: tiny programs directly on the kernel, without a Python interpreter. */
import { describeEnding, type Ending } from "../kernel/ending.js";
import { UsageError } from "../kernel/errors.js";
import { Kernel, type KernelOptions } from "../kernel/kernel.js";
import type { Chooser } from "../kernel/chooser.js";
import { checkSearchOptions, DEFAULT_MAX_STEPS, makeStrategy, type StrategyOptions } from "./explore.js";
import type { Observation } from "./outcomes.js";
import { type Report, REPORT_SCHEMA } from "./report.js";
import { Search, type Subject } from "./search.js";
import type { SearchOptions } from "./tally.js";

/**
 * Sets up one execution: spawns threads in a kernel. With `kernel.prime(thread)` a thread's first visible operation is the first that it
 * yields; otherwise "begin" comes before it.
 * @returns what reads the result after the execution; its text is the outcome's `output`
 */
export type ThreadProgram = (kernel: Kernel) => () => unknown;

/** What {@link exploreThreads} can be told. */
export interface ExploreThreadsOptions
  extends Omit<KernelOptions, "observer" | "chooser">, SearchOptions, StrategyOptions {}

class ThreadSubject implements Subject {
  readonly #program: ThreadProgram;
  #options: KernelOptions;
  #result: () => unknown = () => undefined;

  constructor(program: ThreadProgram, options: KernelOptions) {
    this.#program = program;
    this.#options = options;
  }

  start(chooser: Chooser): Kernel {
    // One object for all executions that the same chooser decides.
    if (this.#options.chooser !== chooser) this.#options = { ...this.#options, chooser };
    const kernel = new Kernel(this.#options);
    this.#result = this.#program(kernel);
    return kernel;
  }

  observe(_kernel: Kernel, ending: Ending): Observation {
    return { output: String(this.#result()), stderr: "", text: describeEnding(ending) };
  }
}

/**
 * Runs a program of bare threads in every schedule, or in as many as the options allow.
 * @param program sets up one execution
 * @param options as for `explore`, without what only Python has
 * @returns as for `explore`; `python` and `stdout` are empty
 * @throws UsageError for a wrong option
 */
export function exploreThreads(program: ThreadProgram, options: ExploreThreadsOptions = {}): Report {
  if (typeof program !== "function")
    throw new UsageError(`the program is ${typeof program}; it must be a function of a kernel`);
  checkSearchOptions(options);
  const { clock = "linux", timing = "punctual", preemptions = null, strategy, seed } = options;
  const kernelOptions = { clock, timing, maxSteps: options.maxSteps ?? DEFAULT_MAX_STEPS };
  const search = new Search(new ThreadSubject(program, kernelOptions), makeStrategy(options), options);
  search.run();
  return search.report({
    schema: REPORT_SCHEMA,
    python: "",
    clock,
    timing,
    stdout: "",
    preemptions: preemptions === Infinity ? null : preemptions,
    seed: strategy === "random" ? (seed ?? 0) : null,
  });
}
