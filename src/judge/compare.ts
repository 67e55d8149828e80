/** The first difference between two behaviours of what should be the same program. */
import type { Behaviour } from "./behaviour.js";
import { type CanonicalEvent, lineOf } from "./canonical.js";

/** What differs first, and what led there on either side. */
export interface Difference {
  /** What differs, in a few words: `event 12`, `standard output`, `ending`. */
  readonly what: string;
  /** What the first side has there; null for nothing any more. */
  readonly left: string | null;
  readonly right: string | null;
  /** The last events that both sides share, as lines. */
  readonly before: readonly string[];
  /** The chain of causes of either side's event, the nearest first, as lines. */
  readonly leftCauses: readonly string[];
  readonly rightCauses: readonly string[];
}

/** How many common events before the difference, and how many links of a chain of causes, are told. */
const SHOWN = 3;
const CHAIN = 8;

/** The first difference; null where there is none. */
export function firstDifference(left: Behaviour, right: Behaviour): Difference | null {
  const at = firstDifferentEvent(left.events, right.events);
  if (at >= 0) return eventDifference(left.events, right.events, at);
  for (const [what, name] of texts) {
    const [a, b] = firstDifferentLine(left[name], right[name]);
    if (a !== b) return { what, left: a, right: b, before: [], leftCauses: [], rightCauses: [] };
  }
  return null;
}

/** How far two behaviours agree: the more, the greater; Infinity where there is no difference. */
export function agreement(left: Behaviour, right: Behaviour): number {
  const at = firstDifferentEvent(left.events, right.events);
  if (at >= 0) return at;
  const text = texts.findIndex(([, name]) => left[name] !== right[name]);
  if (text < 0) return Infinity;
  const [, name] = texts[text] as (typeof texts)[number];
  return Math.max(left.events.length, right.events.length) + text + commonPart(left[name], right[name]);
}

/** Which part of two different texts is the same from their beginnings on: from 0 up to 1. */
function commonPart(left: string, right: string): number {
  const length = Math.max(left.length, right.length);
  for (let at = 0; at < length; at++) if (left[at] !== right[at]) return at / length;
  return 1;
}

const texts = [
  ["ending", "ending"],
  ["standard output", "output"],
  ["standard error", "stderr"],
  ["schedule", "schedule"],
] as const satisfies readonly (readonly [string, keyof Behaviour])[];

function firstDifferentEvent(left: readonly CanonicalEvent[], right: readonly CanonicalEvent[]): number {
  const length = Math.max(left.length, right.length);
  for (let at = 0; at < length; at++) {
    if (lineAt(left, at) !== lineAt(right, at)) return at;
  }
  return -1;
}

function lineAt(events: readonly CanonicalEvent[], at: number): string | null {
  const event = events[at];
  return event === undefined ? null : lineOf(event);
}

function eventDifference(left: readonly CanonicalEvent[], right: readonly CanonicalEvent[], at: number): Difference {
  return {
    what: `event ${String(at + 1)}`,
    left: lineAt(left, at),
    right: lineAt(right, at),
    before: left.slice(Math.max(0, at - SHOWN), at).map(lineOf),
    leftCauses: causes(left, at),
    rightCauses: causes(right, at),
  };
}

/** The events that one follows from, the nearest first. */
function causes(events: readonly CanonicalEvent[], at: number): string[] {
  const chain: string[] = [];
  let cause = events[at]?.cause ?? 0;
  while (cause > 0 && chain.length < CHAIN) {
    const event = events[cause - 1] as CanonicalEvent;
    chain.push(lineOf(event));
    cause = event.cause ?? 0;
  }
  return chain;
}

/** The first line in which two texts differ, on either side; twice the same where there is none. */
function firstDifferentLine(left: string, right: string): [string | null, string | null] {
  const [a, b] = [left.split("\n"), right.split("\n")];
  const length = Math.max(a.length, b.length);
  for (let at = 0; at < length; at++) {
    if (a[at] !== b[at]) return [a[at] ?? null, b[at] ?? null];
  }
  return ["", ""];
}
