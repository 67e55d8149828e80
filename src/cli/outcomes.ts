/** The report of an exploration as text for people. */
import type { Outcome, Report, Verdict } from "../explore/report.js";
import { type Colours, count, inOptions, share } from "./words.js";

/** What the report does not know itself. */
export interface ReportFrame {
  /** How long the search took. */
  readonly seconds: number;
  /** The command line that replays an outcome. */
  readonly replay: (outcome: Outcome) => string;
  /** How many outcomes are shown at most. */
  readonly show: number;
}

/** The report as lines: the verdict, what was searched, then each outcome with what replays it. */
export function formatReport(report: Report, frame: ReportFrame, colours: Colours): string {
  const { outcomes, executions } = report;
  const shown = outcomes.slice(0, frame.show);
  const lines = [
    `${paint(report.verdict, colours)}: ${inOptions(report.reason)}`,
    `${count(outcomes.length, "outcome")} in ${count(executions, "execution")}, ${frame.seconds.toFixed(1)} s`,
    colours.dim(describeSearch(report)),
    "",
    ...shown.flatMap((outcome, at) => outcomeLines(outcome, at + 1, executions, frame, colours)),
  ];
  if (shown.length < outcomes.length) {
    lines.push(`${count(outcomes.length - shown.length, "more outcome")}: --all shows them, --json too`, "");
  }
  return lines.join("\n");
}

function paint(verdict: Verdict, colours: Colours): string {
  const colour = { exhausted: colours.green, failed: colours.red, inconclusive: colours.yellow }[verdict];
  return colours.bold(colour(verdict));
}

/** What was searched: the model, as far as it is not the default one, and the strategy. */
function describeSearch({ python, strategy, seed, preemptions, clock, timing, stdout }: Report): string {
  return [
    `Python ${python}`,
    ...(clock === "linux" ? [] : [`clock ${clock}`]),
    ...(timing === "punctual" ? [] : [`timing ${timing}`]),
    ...(stdout === "terminal" ? [] : [`stdout ${stdout}`]),
    `strategy ${strategy}`,
    ...(seed === null ? [] : [`seed ${String(seed)}`]),
    ...(preemptions === null ? [] : [`at most ${count(preemptions, "preemption")}`]),
  ].join(", ");
}

function outcomeLines(
  outcome: Outcome,
  number: number,
  executions: number,
  frame: ReportFrame,
  colours: Colours,
): string[] {
  const [first = "", ...rest] = inOptions(outcome.ending.text).split("\n");
  const ending = outcome.failure ? colours.red(first) : first;
  const often = `${count(outcome.count, "execution")} (${share(outcome.count, executions)})`;
  return [
    `${colours.bold(`${String(number)}. ${often}`)}: ${ending}`,
    ...rest.map((line) => `     ${line.trim()}`),
    ...stream(outcome.output, "|", colours),
    ...stream(outcome.stderr, "!", colours),
    `   ${colours.cyan(frame.replay(outcome))}`,
    "",
  ];
}

/** What a stream got, line by line behind a mark: `|` for standard output, `!` for standard error. */
function stream(text: string, mark: string, colours: Colours): string[] {
  if (text === "") return [];
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  else lines.push("(no newline at the end)");
  return lines.map((line) => `   ${colours.dim(mark)} ${visible(line)}`.trimEnd());
}

/** Writes control characters so that they are seen and do nothing, and bytes that are no text so that they can be read. */
function visible(line: string): string {
  return line.replace(/\p{Cc}|[\udc80-\udcff]/gu, (character) => {
    const code = character.charCodeAt(0) & 0xff;
    return character === "\t" ? character : `\\x${code.toString(16).padStart(2, "0")}`;
  });
}
