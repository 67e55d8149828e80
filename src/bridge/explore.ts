/** Exploring a Python program on a real interpreter: which outcomes it can have, each with the shortest schedule that leads to it. */
import { availableParallelism } from "node:os";
import { checkSearchOptions, DEFAULT_MAX_STEPS, makeStrategy, type StrategyName } from "../explore/explore.js";
import type { ExhaustiveStrategy } from "../explore/exhaustive.js";
import { type Progress, type Report, REPORT_SCHEMA } from "../explore/report.js";
import { DEFAULT_MAX_EXECUTIONS } from "../explore/tally.js";
import type { Agent } from "./agent.js";
import { selectInterpreter } from "./interpreters.js";
import { checkJobs, jobBody, type PythonOptions } from "./program.js";
import { PythonSearch, type PythonSearchOptions, plannedSource, randomSource } from "./search.js";
import type { JobBody } from "./protocol.js";
import { startAgent } from "./start.js";

/** What {@link explorePython} can be told. `maxSteps` is 100,000 unless told. */
export interface ExplorePythonOptions extends PythonOptions, PythonSearchOptions {
  /** `exhaustive` unless told. */
  readonly strategy?: StrategyName;
  /** For `exhaustive`: how many preemptions a schedule may have. Any number unless told, those with few of them first. */
  readonly preemptions?: number;
  /** For `random`: 0 unless told. */
  readonly seed?: number;
  /** How many executions may go on at a time: as many as there are processors, and one, unless told. */
  readonly jobs?: number;
}

/**
 * An exploration that tells how far it is:
 * `const e = await PythonExploration.start("program.py"); try { await e.run(); } finally { await e.close(); } e.report();`
 */
export class PythonExploration {
  readonly #agent: Agent;
  readonly #options: ExplorePythonOptions;
  readonly #search: PythonSearch;

  /**
   * Starts the interpreter. Close the exploration in any case.
   * @param program the path of the program's file
   * @throws UsageError for a wrong option, a program that cannot be read, and when there is no interpreter for it
   */
  static async start(program: string, options: ExplorePythonOptions = {}): Promise<PythonExploration> {
    checkSearchOptions(options);
    checkJobs(options.jobs);
    makeStrategy(options);
    const body = jobBody(program, options, { maxSteps: DEFAULT_MAX_STEPS, trace: false });
    const agent = await startAgent(await selectInterpreter(options), options);
    options.onInterpreter?.(agent.interpreter);
    return new PythonExploration(agent, body, options);
  }

  private constructor(agent: Agent, body: JobBody, options: ExplorePythonOptions) {
    this.#agent = agent;
    this.#options = options;
    const {
      jobs = availableParallelism() + 1,
      strategy: name,
      seed = 0,
      maxExecutions = DEFAULT_MAX_EXECUTIONS,
    } = options;
    const strategy = makeStrategy(options);
    // What was found in processes that executions share is confirmed in processes that nobody has used.
    const shared: JobBody = { ...body, reuse: true };
    const source =
      name === "random"
        ? randomSource(agent, shared, strategy, seed, maxExecutions, jobs)
        : plannedSource(agent, shared, strategy as ExhaustiveStrategy, jobs);
    this.#search = new PythonSearch(agent, body, source, jobs, options);
  }

  /** Explores to the end, or until it is stopped. @throws KernelBug when the agent fails */
  run(): Promise<void> {
    return this.#search.run();
  }

  /** How far it is. */
  progress(): Progress {
    return this.#search.progress();
  }

  /** What was found so far. */
  report(): Report {
    const { clock = "linux", timing = "punctual", stdout = "terminal", strategy, seed = 0 } = this.#options;
    const { preemptions = Infinity } = this.#options;
    return this.#search.report({
      schema: REPORT_SCHEMA,
      python: this.#agent.interpreter.version,
      clock,
      timing,
      stdout,
      preemptions: preemptions === Infinity ? null : preemptions,
      seed: strategy === "random" ? seed : null,
    });
  }

  /** Ends the interpreter. */
  close(): Promise<void> {
    return this.#agent.close();
  }
}

/**
 * Runs a Python program on a real interpreter in every schedule, or in as many as the options allow, and tells what can come out of it.
 * @param program the path of its file; each execution is a process of its own
 * @param options how to run it, how to choose the schedules, and when to give up
 * @returns the different outcomes with their shortest schedules, and a verdict: see `Report`
 * @throws UsageError for a wrong option, a program that cannot be read, and when there is no interpreter for it
 */
export async function explorePython(program: string, options: ExplorePythonOptions = {}): Promise<Report> {
  const exploration = await PythonExploration.start(program, options);
  try {
    await exploration.run();
    return exploration.report();
  } finally {
    await exploration.close();
  }
}
