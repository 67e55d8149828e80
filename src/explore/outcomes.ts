/** Collects the different outcomes of many executions, each with the shortest schedule that leads to it. */
import type { Ending } from "../kernel/ending.js";
import { formatSchedule, scheduleOf } from "../trace/schedule.js";
import type { RunFigures } from "./figures.js";
import { type Figures, isFailure, type Outcome } from "./report.js";

/** What can be observed of one execution. */
export interface Observation {
  readonly output: string;
  readonly stderr: string;
  /** The ending in words. */
  readonly text: string;
}

/** An outcome while it is being collected. */
export class Collected {
  readonly observation: Observation;
  readonly ending: Ending;
  count = 0;
  decisions: readonly number[] = [];
  preemptions = 0;
  steps = 0;
  time = 0;

  constructor(observation: Observation, ending: Ending) {
    this.observation = observation;
    this.ending = ending;
  }

  /** Counts one more execution; its schedule is kept when it is shorter than the one so far. */
  add(run: RunFigures): void {
    if (this.count++ === 0 || this.#shorter(run)) this.#keep(run);
  }

  #shorter(run: RunFigures): boolean {
    const departures = run.decisions.length - this.decisions.length;
    if (departures !== 0) return departures < 0;
    const preemptions = run.preemptions - this.preemptions;
    return preemptions !== 0 ? preemptions < 0 : run.steps < this.steps;
  }

  #keep(run: RunFigures): void {
    this.decisions = run.decisions.slice();
    this.preemptions = run.preemptions;
    this.steps = run.steps;
    this.time = run.now;
  }

  toOutcome(): Outcome {
    const { observation, ending, count, decisions, preemptions, steps, time } = this;
    return {
      output: observation.output,
      stderr: observation.stderr,
      ending: { kind: ending.kind, text: observation.text },
      failure: isFailure(ending),
      count,
      schedule: formatSchedule(scheduleOf(decisions)),
      departures: decisions.length / 2,
      preemptions,
      steps,
      time,
    };
  }
}

/** All outcomes so far, and how large the executions were. */
export class Outcomes {
  readonly #byKey = new Map<string, Collected>();
  #choices = 0;
  #steps = 0;
  #preemptions = 0;

  /** How many different ones there are. */
  get size(): number {
    return this.#byKey.size;
  }

  /** In the order in which they were found. */
  all(): readonly Collected[] {
    return [...this.#byKey.values()];
  }

  /** Takes note of one execution. @returns the outcome that it belongs to */
  add(run: RunFigures, ending: Ending, observation: Observation): Collected {
    if (run.choices > this.#choices) this.#choices = run.choices;
    if (run.steps > this.#steps) this.#steps = run.steps;
    if (run.preemptions > this.#preemptions) this.#preemptions = run.preemptions;
    const key = keyOf(observation);
    let collected = this.#byKey.get(key);
    if (collected === undefined) {
      collected = new Collected(observation, ending);
      this.#byKey.set(key, collected);
    }
    collected.add(run);
    return collected;
  }

  /** For reports: the outcome of the shortest schedule first, and of equally short ones the one that was found first. */
  toOutcomes(): Outcome[] {
    const outcomes = this.all().map((collected) => collected.toOutcome());
    return outcomes.sort((a, b) => a.departures - b.departures || a.preemptions - b.preemptions || a.steps - b.steps);
  }

  figures(repeats: number): Figures {
    return { choices: this.#choices, steps: this.#steps, preemptions: this.#preemptions, repeats };
  }
}

/** Observations with the same key cannot be told apart. */
export function keyOf({ output, stderr, text }: Observation): string {
  return `${text}\u0000${String(output.length)}\u0000${output}${stderr}`;
}
