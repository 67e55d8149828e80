/** What came of one execution of a Python program. */
import type { RunFigures } from "../explore/figures.js";
import type { Ending } from "../kernel/ending.js";
import { KernelBug } from "../kernel/errors.js";
import type { ChoiceRow, EventRow, ForeignEnding, ResultMessage } from "./protocol.js";

/** An exception of another process: what is left of it is its last line. */
export class ForeignException {
  /** The class and the message, as Python writes them: `ValueError: x`. */
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

/** One execution of a Python program. */
export interface PythonResult extends RunFigures {
  /** How it ended; an exception is a {@link ForeignException}. */
  readonly ending: Ending;
  /** What it wrote to standard output: see {@link ResultMessage}. */
  readonly output: string;
  readonly stderr: string;
  /** Every choice point; null when the process was lost, so that nobody knows them. */
  readonly points: readonly ChoiceRow[] | null;
  /** What happened, when it was to be recorded. */
  readonly events: readonly EventRow[] | null;
}

/** A result as the agent has sent it. */
export function resultOf(message: ResultMessage): PythonResult {
  const { ending, stdout, stderr, time, steps, preemptions, decisions, choices, events } = message;
  return {
    ending: endingOf(ending),
    output: stdout,
    stderr,
    now: time,
    steps,
    preemptions,
    decisions,
    choices: choices.length,
    points: choices,
    events,
  };
}

/** The result of an execution that did not live to send one. */
export function lost(ending: Ending): PythonResult {
  const figures = { now: 0, steps: 0, preemptions: 0, decisions: [], choices: 0 };
  return { ending, output: "", stderr: "", ...figures, points: null, events: null };
}

function endingOf(ending: ForeignEnding): Ending {
  if (ending.kind === "again") throw new KernelBug("an execution that is to be done again has no ending");
  if (ending.kind === "returned") return { kind: "returned", value: undefined };
  return ending.kind === "raised" ? { kind: "raised", exception: new ForeignException(ending.text) } : ending;
}
