/** The progress line: how far an exploration is, on a terminal and nowhere else. */
import type { Progress } from "../explore/report.js";
import type { Io } from "./io.js";
import { count, grouped } from "./words.js";

/** How often the line is written anew, in seconds. */
const EVERY = 0.1;

/** Nothing is shown for what is over sooner, in seconds. */
const PATIENCE = 0.3;

/** One line of a terminal that is written over and over. */
export class ProgressLine {
  readonly #io: Io;
  readonly #begun: number;
  #shownAt = -Infinity;
  #phase = "";
  #phaseBegun: number;
  #visible = false;

  constructor(io: Io) {
    this.#io = io;
    this.#begun = this.#phaseBegun = io.now();
  }

  /** Shows how far the search is, unless it was shown just now. */
  update(progress: Progress): void {
    const { stderr } = this.#io;
    if (stderr.isTTY !== true) return;
    const now = this.#io.now();
    if (progress.phase !== this.#phase) {
      this.#phase = progress.phase;
      this.#phaseBegun = now;
    }
    if (now - this.#begun < PATIENCE || now - this.#shownAt < EVERY) return;
    this.#shownAt = now;
    this.#visible = true;
    const line = progressText(progress, now - this.#begun, now - this.#phaseBegun);
    stderr.write(`\r\u001b[2K${line.slice(0, (stderr.columns ?? 80) - 1)}`);
  }

  /** Takes the line away. */
  clear(): void {
    if (this.#visible) this.#io.stderr.write("\r\u001b[2K");
    this.#visible = false;
  }
}

/**
 * How far a search is, in one line.
 * @param seconds how long it has been going on
 * @param phaseSeconds how long its present phase has
 */
export function progressText(progress: Progress, seconds: number, phaseSeconds: number): string {
  const { executions, repeats, outcomes, failures, phase, fraction } = progress;
  const rate = seconds > 0 ? Math.round((executions + repeats) / seconds) : 0;
  // A terminal may be too narrow for all of it, so what people ask first stands first.
  const parts = [
    ...left(progress, rate, phaseSeconds),
    `${grouped(executions)} of ${count(progress.maxExecutions, "execution")} (${grouped(rate)}/s)`,
    count(outcomes, "outcome"),
    ...(failures > 0 ? [count(failures, "failure")] : []),
    fraction === null ? phase : `${phase} ${String(Math.floor(100 * fraction))} %`,
  ];
  return parts.join(", ");
}

/** How long it may take at most: until the phase is done, or until the search gives up. */
function left({ executions, maxExecutions, fraction }: Progress, rate: number, phaseSeconds: number): string[] {
  const untilLimit = rate > 0 ? (maxExecutions - executions) / rate : Infinity;
  const untilDone = fraction !== null && fraction > 0 ? (phaseSeconds * (1 - fraction)) / fraction : Infinity;
  const seconds = Math.min(untilLimit, untilDone);
  return seconds === Infinity ? [] : [`${duration(seconds)} left`];
}

/** A duration as people say it: `4 s`, `3 min`, `2 h`. */
function duration(seconds: number): string {
  if (seconds < 100) return `${String(Math.ceil(seconds))} s`;
  return seconds < 6000 ? `${String(Math.round(seconds / 60))} min` : `${String(Math.round(seconds / 3600))} h`;
}
