/** The runner for real programs: as `explore/search.ts`, but what it runs takes place elsewhere, and several executions at a time. */
import type { DetachedStrategy, PlanningStrategy } from "../explore/figures.js";
import type { Collected, Observation } from "../explore/outcomes.js";
import type { Progress, Report } from "../explore/report.js";
import { type ReportHead, type SearchOptions, Tally } from "../explore/tally.js";
import type { Ending } from "../kernel/ending.js";
import { KernelBug } from "../kernel/errors.js";
import { TIME_PASSES } from "../kernel/kernel.js";
import type { Agent } from "./agent.js";
import { Seeds } from "./draws.js";
import { executeDecisions, executeSeed, executeWays, History } from "./execute.js";
import type { JobBody } from "./protocol.js";
import type { PythonResult } from "./result.js";
import { describePython, withoutAddresses, withoutLine } from "./words.js";

/** Where the executions of a search come from. */
interface Source {
  readonly strategy: DetachedStrategy;
  /** The execution that the strategy has begun. */
  next(): Promise<PythonResult>;
  /** Ends the execution. @returns how it counts; null when its schedule was counted before */
  end(result: PythonResult): Ending | null;
}

/** Executions of which the strategy knows the first choices, some of them run before their turn. */
class PlannedSource implements Source {
  readonly strategy: PlanningStrategy & { abandon?(): Ending };
  readonly #execute: (ways: readonly number[]) => Promise<PythonResult>;
  readonly #jobs: number;
  /** Executions that were begun before their turn, by their plans. */
  readonly #begun = new Map<string, Promise<PythonResult>>();
  #running = 0;

  constructor(agent: Agent, body: JobBody, strategy: PlanningStrategy, jobs: number) {
    this.strategy = strategy;
    this.#execute = (ways) => executeWays(agent, body, ways);
    this.#jobs = jobs;
  }

  next(): Promise<PythonResult> {
    const { ways } = this.strategy.planned();
    const key = ways.join();
    const result = this.#begun.get(key) ?? this.#begin(ways);
    this.#begun.delete(key);
    if (this.#running < this.#jobs) this.#beginMore();
    return this.#keepStalled(key, result);
  }

  #beginMore(): void {
    for (const plan of this.strategy.ahead(2 * this.#jobs)) {
      if (this.#running >= this.#jobs) break;
      const later = plan.ways.join();
      if (!this.#begun.has(later)) this.#begun.set(later, this.#begin(plan.ways));
    }
  }

  /** Keeps an execution that has stalled: it takes long, and each phase of the search would run it again. */
  async #keepStalled(key: string, begun: Promise<PythonResult>): Promise<PythonResult> {
    const result = await begun;
    if (result.ending.kind === "stalled") this.#begun.set(key, begun);
    return result;
  }

  end(result: PythonResult): Ending | null {
    const { strategy } = this;
    const history = new History();
    for (const [index, row] of (result.points ?? []).entries()) {
      const [kind, count, way, preempts, ids] = row;
      const threads = ids.map((id) => (id === TIME_PASSES ? null : { id }));
      const chosen = strategy.choose({ kind, index, count, threads, preempts }, history);
      if (chosen < 0) return strategy.end(result, strategy.abandon?.() ?? result.ending);
      if (chosen !== way) throw new KernelBug(`choice ${String(index)} took way ${String(way)}, not ${String(chosen)}`);
      history.add(row);
    }
    return strategy.end(result, result.ending);
  }

  #begin(ways: readonly number[]): Promise<PythonResult> {
    this.#running++;
    const result = this.#execute(ways);
    const ended = (): void => {
      this.#running--;
    };
    result.then(ended, ended);
    return result;
  }
}

/** Random executions, which do not depend on each other. */
class RandomSource implements Source {
  readonly strategy: DetachedStrategy;
  readonly #execute: () => Promise<PythonResult>;
  readonly #jobs: number;
  /** The most choices of one execution so far, or a little more. */
  #choices = 16;
  #left: number;
  readonly #begun: Promise<PythonResult>[] = [];

  constructor(agent: Agent, body: JobBody, strategy: DetachedStrategy, seed: number, most: number, jobs: number) {
    const seeds = new Seeds(seed);
    this.strategy = strategy;
    this.#execute = () => executeSeed(agent, body, seeds.next(), this.#choices);
    this.#left = most;
    this.#jobs = jobs;
  }

  next(): Promise<PythonResult> {
    while (this.#left > 0 && this.#begun.length < this.#jobs) {
      this.#left--;
      const result = this.#execute();
      // Whoever stops the search does not look at those that are still running.
      result.catch(() => undefined);
      this.#begun.push(result);
    }
    const next = this.#begun.shift();
    if (next === undefined) throw new KernelBug("a random search went on after its last execution");
    return next;
  }

  end(result: PythonResult): Ending | null {
    while (result.choices > this.#choices) this.#choices *= 2;
    return this.strategy.end(result, result.ending);
  }
}

/** What a search of a real program is told besides what every search is. */
export interface PythonSearchOptions extends SearchOptions {
  /** Ends the search with what was found so far, also in the middle of an execution. */
  readonly signal?: AbortSignal;
}

/** One search of a Python program. */
export class PythonSearch {
  readonly #agent: Agent;
  readonly #body: JobBody;
  readonly #source: Source;
  readonly #jobs: number;
  readonly #tally: Tally;
  readonly #signal: AbortSignal | undefined;

  /** @param jobs how many executions may go on at a time */
  constructor(agent: Agent, body: JobBody, source: Source, jobs: number, options: PythonSearchOptions) {
    this.#agent = agent;
    this.#body = body;
    this.#source = source;
    this.#jobs = jobs;
    this.#tally = new Tally(source.strategy, options);
    this.#signal = options.signal;
  }

  /** Runs the search to its end. @throws KernelBug when the agent fails */
  async run(): Promise<void> {
    const tally = this.#tally;
    const stopped = this.#stopped();
    while (!tally.over) {
      if (this.#signal?.aborted === true) tally.stop();
      else if (tally.unconfirmed !== null) await this.#confirm(tally.unconfirmed, stopped);
      else if (tally.goesOn()) await this.#execute(stopped);
      tally.tell();
    }
  }

  /** How far it is. */
  progress(): Progress {
    return this.#tally.progress();
  }

  /** What was found so far; final once {@link PythonSearch.run} is over. */
  report(head: ReportHead): Report {
    return this.#tally.report(head);
  }

  /** What is fulfilled when the search is to end. */
  #stopped(): Promise<null> {
    const signal = this.#signal;
    return new Promise((resolve) => {
      signal?.addEventListener(
        "abort",
        () => {
          resolve(null);
        },
        { once: true },
      );
    });
  }

  async #execute(stopped: Promise<null>): Promise<void> {
    const result = await Promise.race([this.#source.next(), stopped]);
    if (result === null) return;
    const ending = this.#source.end(result);
    if (ending === null) this.#tally.repeat();
    else this.#tally.count(result, ending, observe(result, ending));
  }

  /** Runs the schedules of some outcomes once more. */
  async #confirm(unconfirmed: Collected[], stopped: Promise<null>): Promise<void> {
    const some = unconfirmed.splice(-this.#jobs).reverse();
    if (some.length === 0) {
      this.#tally.finish();
      return;
    }
    // An execution without an end of its own has been run twice already, and there is nothing of it to compare.
    const ended = some.filter(({ ending }) => ending.kind !== "stalled");
    const again = ended.map(({ decisions }) => executeDecisions(this.#agent, this.#body, decisions));
    const results = await Promise.race([Promise.all(again), stopped]);
    if (results === null) return;
    for (const [at, collected] of ended.entries()) {
      const result = results[at] as PythonResult;
      this.#tally.confirm(collected, result, observe(result, result.ending), (ending) => observe(result, ending));
    }
  }
}

/** A search of every schedule. */
export function plannedSource(agent: Agent, body: JobBody, strategy: PlanningStrategy, jobs: number): Source {
  return new PlannedSource(agent, body, strategy, jobs);
}

/** A search of random schedules. @param most how many executions there will be at most */
export function randomSource(
  agent: Agent,
  body: JobBody,
  strategy: DetachedStrategy,
  seed: number,
  most: number,
  jobs: number,
): Source {
  return new RandomSource(agent, body, strategy, seed, most, jobs);
}

function observe({ output, stderr }: PythonResult, ending: Ending): Observation {
  const text = describePython(withoutLine(ending));
  const [plainOutput = "", plainStderr = "", plainText = ""] = withoutAddresses(output, stderr, text);
  return { output: plainOutput, stderr: plainStderr, text: plainText };
}
