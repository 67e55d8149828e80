/** The judgement of a case in one version, as text for people. */
import { agrees, type Judgement, type OutcomeComparison } from "../judge/check.js";
import type { Difference } from "../judge/compare.js";
import { type Colours, count } from "./words.js";

/**
 * A judgement as lines.
 * @param width how many columns there are
 */
export function formatJudgement(judgement: Judgement, width: number, colours: Colours): string {
  const { version, schedules, events, difference, outcomes } = judgement;
  const verdict = agrees(judgement) ? colours.green("equal") : colours.red("different");
  const compared = `${count(schedules, "schedule")}, ${count(events, "event")}`;
  const lines = [`${colours.bold(`CPython ${version}`)}: ${verdict}, ${compared}${describeOutcomes(outcomes)}`];
  if (difference !== null) {
    const { what } = difference.difference;
    lines.push(`  first difference: ${what}, on schedule ${difference.schedule}`);
    lines.push(...differenceLines(difference.difference, ["the simulator", "CPython"], width, colours));
  }
  for (const outcome of outcomes?.onlyReal ?? []) lines.push("  only CPython has this outcome:", ...quoted(outcome));
  for (const outcome of outcomes?.onlySimulated ?? [])
    lines.push("  only the simulator has this outcome:", ...quoted(outcome));
  return `${lines.join("\n")}\n`;
}

function describeOutcomes(outcomes: OutcomeComparison | null): string {
  if (outcomes === null) return "";
  return `; ${count(outcomes.common, "outcome")} on both sides in ${count(outcomes.executions, "execution")}`;
}

function quoted(text: string): string[] {
  return text
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => `    | ${line}`);
}

/**
 * The place where two sides part: what they share before it, then side by side what each has there and what that follows from.
 * @param titles what the sides are called
 */
export function differenceLines(
  difference: Difference,
  titles: readonly [string, string],
  width: number,
  colours: Colours,
): string[] {
  const { left, right, before, leftCauses, rightCauses } = difference;
  const half = Math.max(40, Math.floor((width - 5) / 2));
  const rows = sideBySide(
    [titles[0], left ?? "nothing any more", ...leftCauses.map((line) => `because of ${line}`)],
    [titles[1], right ?? "nothing any more", ...rightCauses.map((line) => `because of ${line}`)],
    half,
  );
  const [head = "", ...rest] = rows;
  return [
    ...before.map((line) => colours.dim(`    both: ${line}`)),
    `  ${colours.bold(head)}`,
    ...rest.map((line) => `  ${line}`),
  ];
}

/** Two columns; a cell that is too long goes on in the next row. */
function sideBySide(left: readonly string[], right: readonly string[], width: number): string[] {
  const rows: string[] = [];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const [a, b] = [wrapped(left[at] ?? "", width), wrapped(right[at] ?? "", width)];
    for (let line = 0; line < Math.max(a.length, b.length); line++) {
      rows.push(`${(a[line] ?? "").padEnd(width)} | ${b[line] ?? ""}`.trimEnd());
    }
  }
  return rows;
}

function wrapped(text: string, width: number): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += width) parts.push(text.slice(at, at + width));
  return parts;
}
