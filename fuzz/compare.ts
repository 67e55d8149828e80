/** When two behaviours count as the same. */
import { normalise } from "../src/judge/texts.js";
import type { Behaviour } from "./simulated.js";

/** A behaviour as it is compared. */
export interface Compared {
  readonly output: readonly string[];
  /** What was told when objects were freed. JavaScript does not know when that is, so the order does not count. */
  readonly late: readonly string[];
  readonly stderr: readonly string[];
  readonly ending: string;
  readonly time: number;
}

/** The frames of a traceback, with the source and the carets below them. */
const FRAME = /^ *File ".*\n(?: {4}.*\n)*/gm;

const CHAINED = /^(?:During handling of the above exception|The above exception was the direct cause)/;

/** Warnings, which the Python program has switched off. */
const DROPPED = /^\S*(?: |^)\w*Warning: /;

/**
 * Standard error without what tracebacks have and the simulator has not: frames, and the exceptions that were being handled meanwhile, which JavaScript
 * does not know of; and without warnings.
 */
function withoutChains(text: string): string[] {
  const kept: string[] = [];
  for (const line of text.replace(FRAME, "").split("\n")) {
    if (CHAINED.test(line)) kept.pop();
    else if (line !== "" && !line.startsWith("Traceback ") && !DROPPED.test(line)) kept.push(line);
  }
  return kept;
}

/**
 * What the shared rules do not know: a task without a name of its own has a number, which counts on from program to program; and a repr that
 * `reprlib` cuts in the middle is cut elsewhere, where the two sides' own reprs have different lengths.
 */
function shortened(text: string): string {
  return text
    .replace(/\bTask-\d+/g, "Task-N")
    .replace(/(Exception in callback [\w.<>]+\()<.*>\)/g, "$1..)")
    .replace(/\.\.\.[0-9a-f]+>/g, "...>");
}

/** What both sides can agree on. */
export function comparable({ output, stderr = "", ending, time }: Behaviour): Compared {
  const lines = normalise(shortened(output)).split("\n");
  const late = lines.filter((line) => line.startsWith("late: ")).sort();
  return {
    output: lines.filter((line) => !line.startsWith("late: ")),
    late,
    stderr: withoutChains(normalise(shortened(stderr))),
    ending: normalise(shortened(ending)),
    time,
  };
}

/** Whether two behaviours are the same. */
export function same(one: Behaviour, other: Behaviour): boolean {
  const equal = one.output === other.output && (one.stderr ?? "") === (other.stderr ?? "");
  if (equal && one.ending === other.ending && one.time === other.time) return true;
  return JSON.stringify(comparable(one)) === JSON.stringify(comparable(other));
}

const WIDTH = 76;

/** Two texts side by side; `|` marks lines that differ. */
export function sideBySide(left: readonly string[], right: readonly string[]): string {
  const rows: string[] = [];
  for (let line = 0; line < Math.max(left.length, right.length); line++) {
    const [one = "", other = ""] = [left[line], right[line]];
    rows.push(`${one.padEnd(WIDTH)} ${left[line] === right[line] ? " " : "|"} ${other}`.trimEnd());
  }
  return rows.join("\n");
}

/** A behaviour as lines. */
export function linesOf(behaviour: Behaviour): string[] {
  const { output, late, stderr, ending, time } = comparable(behaviour);
  return [...output, ...late, ...stderr.map((line) => `stderr: ${line}`), `ending: ${ending} at ${String(time)} ns`];
}
