// What the measurement prints: a table for a person, an array for a program.
import type { Row } from "./measure.js";

const MISSING = "–";

/** Our figure divided by the peer's; null unless both were measured. */
function ratio(row: Row): number | null {
  return row.interloop === null || row.other === null ? null : row.interloop / row.other;
}

/** A number with three significant digits and separators for the thousands. */
function figure(value: number | null): string {
  return value === null ? MISSING : value.toLocaleString("en-US", { maximumSignificantDigits: 3 });
}

function targetText({ target }: Row): string {
  switch (target.kind) {
    case "ratio":
      return `${String(target.atLeast)} ×`;
    case "rate":
      return `${figure(target.atLeast)}/s`;
    case "bytes":
      return `≤ ${figure(target.atMost)} B`;
  }
}

/** What was reached, divided by what was to be reached, so that 1 or more is met; null when it was not measured. */
function reached(row: Row): number | null {
  const { target, interloop } = row;
  switch (target.kind) {
    case "ratio": {
      const measured = ratio(row);
      return measured === null ? null : measured / target.atLeast;
    }
    case "rate":
      return interloop === null ? null : interloop / target.atLeast;
    case "bytes":
      return interloop === null ? null : target.atMost / interloop;
  }
}

function verdict(row: Row): string {
  const part = reached(row);
  if (part === null) return "not measured";
  return part >= 1 ? "met" : `missed (${figure(Math.floor(part * 100))} % of it)`;
}

/** The table, one line a figure. */
export function formatTable(rows: readonly Row[]): string {
  const cells = rows.map((row) => {
    const other = row.peer === "CPython" || row.other === null ? figure(row.other) : `${row.peer} ${figure(row.other)}`;
    return [row.name, row.unit, figure(row.interloop), other, figure(ratio(row)), targetText(row), verdict(row)];
  });
  const table = [["name", "unit", "interloop", "CPython", "ratio", "target", ""], ...cells];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0))) ?? [];
  // Figures stand to the right, so that their digits line up; names, units and verdicts to the left.
  const align = (cell: string, column: number): string =>
    column >= 2 && column <= 5 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0);
  return table.map((line) => `${line.map(align).join("  ").trimEnd()}\n`).join("");
}

/** The same as a JSON array of `{name, interloop, cpython, ratio, unit}`; what was not measured is null. */
export function formatJson(rows: readonly Row[]): string {
  const entries = rows.map((row) => {
    const beside = row.peer === "CPython";
    return {
      name: row.name,
      interloop: row.interloop,
      cpython: beside ? row.other : null,
      ratio: beside ? ratio(row) : null,
      unit: row.unit,
    };
  });
  return `${JSON.stringify(entries, null, 2)}\n`;
}
