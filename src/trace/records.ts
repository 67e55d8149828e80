/** What both written forms of a trace share: plain records, checked against the schema when they are read. */
import { UsageError } from "../kernel/errors.js";
import {
  type Event,
  eventKinds,
  type FieldType,
  type Trace,
  TRACE_SCHEMA,
  type TraceEnding,
  type TraceHeader,
} from "./event.js";
import { fits } from "./recorder.js";

/** One line of a written trace, as a plain object. */
export type Row = Readonly<Record<string, unknown>>;

/** A row and the number of its line, from 1. */
export interface Line {
  readonly number: number;
  readonly row: Row;
}

type RowType = FieldType | "flag";
type RowShape = Readonly<Record<string, RowType>>;

const headerShape: RowShape = {
  schema: "number",
  python: "text",
  clock: "text",
  timing: "text",
  stdout: "text",
  debug: "flag",
};
const headShape: RowShape = { seq: "number", time: "number", thread: "number", kind: "text", cause: "number" };
const endingShape: RowShape = { ending: "text", text: "text", time: "number", steps: "number", schedule: "text" };

const endings =
  "returned, raised, exited, deadlock, step limit, time limit, thread limit, diverged, nondeterminism, escape, stalled";

/** @throws UsageError `trace, line 3: …` */
export function fail(line: number, what: string): never {
  throw new UsageError(`trace, line ${String(line)}: ${what}`);
}

/**
 * Puts a trace together from its lines.
 * @throws UsageError `trace, line N: …` where a line is not what the schema says
 */
export function assemble(lines: readonly Line[]): Trace {
  const [first, ...rest] = lines;
  if (first === undefined)
    fail(1, "it is empty; the first line of a trace is its header, which begins with its schema");
  checkHeader(first);
  const last = rest.pop();
  if (last === undefined || !Object.hasOwn(last.row, "ending")) {
    fail((last ?? first).number + 1, "the ending is missing: the trace was cut off, or its run is still going on");
  }
  checkShape(last, endingShape, "the ending");
  checkOneOf(last, "ending", endings);
  for (const [at, line] of rest.entries()) checkEvent(line, at + 1);
  return {
    header: first.row as unknown as TraceHeader,
    events: rest.map(({ row }) => row as unknown as Event),
    ending: last.row as unknown as TraceEnding,
  };
}

function checkHeader(line: Line): void {
  const { schema } = line.row;
  if (schema === undefined) fail(line.number, "it has no schema: the first line of a trace is its header");
  if (schema !== TRACE_SCHEMA) {
    fail(line.number, `schema ${JSON.stringify(schema)} is unknown; this version reads schema ${String(TRACE_SCHEMA)}`);
  }
  checkShape(line, headerShape, "the header");
  checkOneOf(line, "clock", "linux, frozen");
  checkOneOf(line, "timing", "punctual, lagging");
}

function checkOneOf(line: Line, field: string, allowed: string): void {
  if (allowed.split(", ").includes(line.row[field] as string)) return;
  fail(line.number, `${field} is ${JSON.stringify(line.row[field])}; it must be one of ${allowed}`);
}

function checkEvent(line: Line, seq: number): void {
  const { row, number } = line;
  if (Object.hasOwn(row, "ending")) fail(number, "there are more lines after the ending");
  const { kind } = row;
  if (typeof kind !== "string") fail(number, "an event has a kind, which is a text");
  if (!Object.hasOwn(eventKinds, kind))
    fail(number, `the kind of event ${JSON.stringify(kind)} is unknown to this version`);
  checkShape(line, { ...headShape, ...eventKinds[kind as keyof typeof eventKinds] }, kind);
  if (row["seq"] !== seq) fail(number, `this is event ${String(row["seq"])}, but event ${String(seq)} comes next`);
  const cause = row["cause"] as number;
  if (!Number.isSafeInteger(cause) || cause < 0 || cause >= seq) {
    fail(number, `the cause of event ${String(seq)} is ${String(cause)}; it must be an earlier event, or 0 for none`);
  }
}

function checkShape(line: Line, shape: RowShape, what: string): void {
  for (const name of Object.keys(line.row)) {
    if (!Object.hasOwn(shape, name)) fail(line.number, `${what} has no field ${JSON.stringify(name)}`);
  }
  for (const [name, type] of Object.entries(shape)) {
    const value = line.row[name];
    if (value === undefined) fail(line.number, `the field ${name} of ${what} is missing`);
    const good = type === "flag" ? typeof value === "boolean" : fits(value, type);
    if (!good) fail(line.number, `the field ${name} of ${what} is ${JSON.stringify(value)}, which is no ${type}`);
  }
}
