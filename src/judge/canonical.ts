/**
 * The part of a trace that both sides have: what the simulator and the agent on a real CPython must agree on, event by event.
 *
 * What is left out, and why:
 * - writes to standard error: a traceback has frames there that a scenario does not have;
 * - what follows `interpreter.exit`, but for output: in which order CPython frees what is left is no behaviour that a program can rely on;
 * - the names of callbacks that the program makes itself, and of the targets in threads' names: a scenario may write a lambda where the program
 *   has a method. Those of the library, which begin with `_`, stay.
 */
import type { Event } from "../trace/event.js";
import { normalise } from "./texts.js";

/** One event as it is compared. */
export interface CanonicalEvent {
  readonly time: number;
  readonly thread: number;
  readonly kind: string;
  /** The place of its cause among the canonical events, from 1; 0 for none, null for one that was left out. */
  readonly cause: number | null;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Its number in the whole trace. */
  readonly seq: number;
}

/** The names that every event has. */
const head: ReadonlySet<string> = new Set(["seq", "time", "thread", "kind", "cause"]);

/** The events that are compared, in order. */
export function canonical(events: readonly Event[]): CanonicalEvent[] {
  const places = new Map<number, number>([[0, 0]]);
  const kept: CanonicalEvent[] = [];
  let over = false;
  for (const event of events) {
    if (event.kind === "write" ? event.stream === "stderr" : over) continue;
    if (event.kind === "interpreter.exit") over = true;
    const { seq, time, thread, kind } = event;
    const fields = Object.fromEntries(
      Object.entries(event)
        .filter(([name]) => !head.has(name))
        .map(([name, value]) => [name, canonicalField(name, value)]),
    );
    kept.push({ seq, time, thread, kind, cause: places.get(event.cause) ?? null, fields });
    places.set(seq, kept.length);
  }
  return kept;
}

function canonicalField(name: string, value: unknown): unknown {
  if (typeof value !== "string") return value;
  if (name === "name") return value.replace(/ \(.*\)$/, "");
  if (name === "what" || name === "handle") return canonicalLabel(value);
  return normalise(value);
}

/** A callback's label without the program's own name for it. */
function canonicalLabel(label: string): string {
  if (!label.endsWith("()")) return label;
  const name = label.slice(0, -2).replace(/^.*\./, "");
  return name.startsWith("_") ? `${name}()` : "callback()";
}

/** An event as a line, for comparing and for reading. */
export function lineOf({ time, thread, kind, cause, fields }: CanonicalEvent): string {
  const who = thread < 0 ? "--" : `t${String(thread)}`;
  const rest = Object.entries(fields).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return [time.toFixed(9), who, kind, `<-${cause === null ? "?" : String(cause)}`, ...rest].join(" ");
}
