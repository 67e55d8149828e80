/** Replay: a chooser that follows a schedule, and says so when the run cannot. */
import type { Chooser, Divergence } from "../kernel/chooser.js";
import type { Ending } from "../kernel/ending.js";
import { TIME_PASSES } from "../kernel/kernel.js";
import { codeOf, type Choice, type Decision, type Schedule } from "../trace/schedule.js";
import type { ChoiceFigures, RunFigures } from "./figures.js";

/** Follows a schedule; where the schedule says nothing, the default. So an empty one is the default strategy. */
export class ReplayChooser implements Chooser {
  readonly #schedule: Schedule;
  #next = 0;
  #divergence: Divergence | null = null;

  constructor(schedule: Schedule) {
    this.#schedule = schedule;
  }

  choose(point: ChoiceFigures): number {
    const decision = this.#schedule[this.#next];
    if (decision?.index !== point.index) return 0;
    this.#next++;
    const way = wayOf(point, decision.choice);
    if (way < 0) this.#divergence = { choice: point.index, expected: describe(decision.choice), possible: ways(point) };
    return way;
  }

  abandon(): Ending {
    return { kind: "diverged", ...(this.#divergence as Divergence) };
  }

  /**
   * How the run really ended.
   * @param ending how the kernel says that it ended
   * @returns that, or `diverged` when the schedule names a choice point that the run never reached
   */
  verdict(run: Pick<RunFigures, "choices">, ending: Ending): Ending {
    const left: Decision | undefined = this.#schedule[this.#next];
    if (left === undefined || ending.kind === "diverged") return ending;
    const { choices } = run;
    const possible = [`the end of the run, which has ${String(choices)} choice point${choices === 1 ? "" : "s"}`];
    return { kind: "diverged", choice: left.index, expected: describe(left.choice), possible };
  }
}

/** The number of the way that a choice means at a choice point; -1 for none. */
function wayOf(point: ChoiceFigures, choice: Choice): number {
  const code = codeOf(choice);
  if (point.kind === "thread") {
    if (code < TIME_PASSES) return -1;
    return point.threads.findIndex((thread) => (thread === null ? TIME_PASSES : thread.id) === code);
  }
  return typeof choice === "object" && "way" in choice && choice.way < point.count ? choice.way : -1;
}

function describe(choice: Choice): string {
  if (choice === "time") return "time";
  return "thread" in choice ? `t${String(choice.thread)}` : String(choice.way);
}

/** The ways of a choice point as a schedule would write them, the default first. */
export function ways(point: ChoiceFigures): string[] {
  if (point.kind !== "thread") return Array.from({ length: point.count }, (_, way) => String(way));
  return point.threads.map((thread) => (thread === null ? "time" : `t${String(thread.id)}`));
}
