/**
 * A trace as text for people: the header, one aligned line an event, and the ending.
 *
 *     trace  schema=1 python="3.13.0" clock="linux" timing="punctual" stdout="terminal" debug=false
 *      1  0.000000      t0  loop.run      <-0  loop="event loop 1"
 *      2  1.500000_013  --  clock.advance <-0
 *     end  ending="returned" text="returned" time=1.500000013 steps=66 schedule="i1:"
 *
 * The columns: the number of the event, the time in seconds (what is beyond microseconds stands after `_`), the thread (`--`: none, the
 * clock moved on), the kind, the event that it follows from, and the other fields as JSON. Nothing is rounded, so reading it gives
 * the same trace again.
 */
import { CLOCK, type Event, type Trace } from "./event.js";
import { assemble, fail, type Line, type Row } from "./records.js";

const HEADER = "trace";
const ENDING = "end";
/** The columns of an event; all other fields follow them. */
const columns: readonly string[] = ["seq", "time", "thread", "kind", "cause"];

/** A trace as aligned lines; {@link parseText} gives the trace back exactly. */
export function formatText(trace: Trace): string {
  // Points stand below points: times are padded on both sides.
  const wholeWidth = widest(trace.events.map(({ time }) => formatTime(time).indexOf(".")));
  const cells = trace.events.map((event) => eventCells(event, wholeWidth));
  const widths = [0, 1, 2, 3, 4].map((column) => widest(cells.map((row) => cellOf(row, column).length)));
  const lines = cells.map((row) => {
    const padded = widths.map((width, column) => {
      const cell = cellOf(row, column);
      return column === 0 ? cell.padStart(width) : cell.padEnd(width);
    });
    return `${padded.join("  ")}  ${cellOf(row, columns.length)}`.trimEnd();
  });
  return [`${HEADER}  ${fieldsText(trace.header)}`, ...lines, `${ENDING}  ${fieldsText(trace.ending)}`, ""].join("\n");
}

function widest(widths: readonly number[]): number {
  return widths.reduce((most, width) => Math.max(most, width), 0);
}

function cellOf(row: readonly string[], column: number): string {
  return row[column] ?? "";
}

function eventCells(event: Event, wholeWidth: number): readonly string[] {
  const { seq, time, thread, kind, cause } = event;
  const rest = Object.fromEntries(Object.entries(event).filter(([name]) => !columns.includes(name)));
  const who = thread === CLOCK ? "--" : `t${String(thread)}`;
  const seconds = formatTime(time);
  const aligned = seconds.padStart(seconds.length - seconds.indexOf(".") + wholeWidth);
  return [String(seq), aligned, who, kind, `<-${String(cause)}`, fieldsText(rest)];
}

function fieldsText(fields: object): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .join(" ");
}

/**
 * Seconds as people read them and nothing lost: six decimals, and what is beyond them after `_`.
 * @returns such as `1.500000` or `1.500000_013`
 */
export function formatTime(seconds: number): string {
  const [whole = "0", decimals = ""] = positional(seconds).split(".");
  const rest = decimals.slice(6);
  return `${whole}.${decimals.slice(0, 6).padEnd(6, "0")}${rest === "" ? "" : `_${rest}`}`;
}

/** The shortest decimal number that means the same float, written without an exponent. */
function positional(value: number): string {
  const [mantissa = "0", exponent] = String(value).split("e");
  if (exponent === undefined) return mantissa;
  const sign = mantissa.startsWith("-") ? "-" : "";
  const [whole = "", decimals = ""] = mantissa.replace("-", "").split(".");
  const shift = Number(exponent);
  const digits = whole + decimals;
  const point = whole.length + shift;
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  return point >= digits.length
    ? `${sign}${digits.padEnd(point, "0")}`
    : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/**
 * Reads a trace from text.
 * @throws UsageError `trace, line N: …`: what is wrong there
 */
export function parseText(text: string): Trace {
  const lines: Line[] = [];
  for (const [at, line] of text.split("\n").entries()) {
    if (line.trim() !== "") lines.push({ number: at + 1, row: parseLine(line.trim(), at + 1) });
  }
  return assemble(lines);
}

function parseLine(line: string, number: number): Row {
  const [word = ""] = line.split(/\s/, 1);
  if (word === HEADER || word === ENDING) return parseFields(line.slice(word.length), number);
  return parseEvent(line, number);
}

const EVENT =
  /^(?<seq>\d+)\s+(?<time>-?\d+\.\d{6}(?:_\d+)?)\s+(?:t(?<thread>\d+)|--)\s+(?<kind>\S+)\s+<-(?<cause>\d+)(?:\s+(?<rest>.*))?$/su;

function parseEvent(line: string, number: number): Row {
  const groups = EVENT.exec(line)?.groups;
  if (groups === undefined) {
    fail(
      number,
      'an event reads NUMBER SECONDS tN KIND <-CAUSE FIELDS, such as 3 1.500000 t0 ready.run <-2 loop="event loop 1"',
    );
  }
  const { seq, time, thread, kind, cause, rest } = groups;
  return {
    seq: Number(seq),
    time: Number(time?.replace("_", "")),
    thread: thread === undefined ? CLOCK : Number(thread),
    kind,
    cause: Number(cause),
    ...parseFields(rest ?? "", number),
  };
}

function parseFields(text: string, number: number): Row {
  const row: Record<string, unknown> = {};
  const field = /\s*(?<name>\w+)=(?<value>"(?:[^"\\]|\\.)*"|[^\s"]+)/uy;
  const end = text.trimEnd().length;
  while (field.lastIndex < end) {
    const at = field.lastIndex;
    const groups = field.exec(text)?.groups;
    const name = groups?.["name"];
    if (name === undefined)
      fail(number, `${JSON.stringify(text.slice(at).trim())}: a field reads NAME=VALUE, where VALUE is JSON`);
    if (Object.hasOwn(row, name)) fail(number, `the field ${name} stands there twice`);
    row[name] = parseValue(name, groups?.["value"] ?? "", number);
  }
  return row;
}

function parseValue(name: string, value: string, number: number): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return fail(number, `the value ${value} of ${name} is no JSON`);
  }
}
