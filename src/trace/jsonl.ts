/** A trace as JSON Lines: the header, then one event a line, then the ending. */
import type { Trace } from "./event.js";
import { assemble, fail, type Line, type Row } from "./records.js";

/** A trace as JSON Lines; each line ends in a newline. {@link parseJsonl} gives the trace back exactly. */
export function formatJsonl(trace: Trace): string {
  return [trace.header, ...trace.events, trace.ending].map((row) => `${JSON.stringify(row)}\n`).join("");
}

/**
 * Reads a trace from JSON Lines.
 * @throws UsageError `trace, line N: …`: what is wrong there
 */
export function parseJsonl(text: string): Trace {
  const lines: Line[] = [];
  for (const [at, line] of text.split("\n").entries()) {
    if (line.trim() !== "") lines.push({ number: at + 1, row: parseRow(line, at + 1) });
  }
  return assemble(lines);
}

function parseRow(line: string, number: number): Row {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch {
    fail(number, "it is no JSON; each line of a trace is one JSON object");
  }
  if (typeof row !== "object" || row === null || Array.isArray(row)) fail(number, "it is JSON, but no object");
  return row as Row;
}
