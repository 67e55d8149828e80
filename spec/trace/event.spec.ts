/** The schema and the code say the same: what is noted anywhere is in the table, and what is in the table is noted somewhere. */
import { eventKinds } from "interloop";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { readSources, walk } from "../architecture/sources.js";

interface Noted {
  readonly where: string;
  readonly kind: string;
  readonly fields: readonly string[];
}

/** Every call `….note("kind", cause, { fields })` under `src`. */
function notes(): Noted[] {
  const found: Noted[] = [];
  for (const source of readSources("src")) {
    if (source.path.startsWith("src/trace/")) continue;
    walk(source.tree, (node) => {
      if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
      const [kind, , fields] = node.arguments;
      if (node.expression.name.text !== "note" || kind === undefined || fields === undefined) return;
      const line = source.tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push({ where: `${source.path}:${String(line)}`, kind: textOf(kind), fields: namesOf(fields) });
    });
  }
  return found;
}

function textOf(node: ts.Expression): string {
  if (!ts.isStringLiteralLike(node)) throw new Error(`the kind of an event must be written out: ${node.getText()}`);
  return node.text;
}

function namesOf(node: ts.Expression): string[] {
  if (!ts.isObjectLiteralExpression(node)) throw new Error(`the fields must be written out: ${node.getText()}`);
  return node.properties.map((property) => property.name?.getText() ?? "…").sort();
}

describe("the schema of traces", () => {
  const noted = notes();

  test("has every event that is noted, with the same fields", () => {
    expect(noted.length).toBeGreaterThan(20);
    const table: Readonly<Record<string, object | undefined>> = eventKinds;
    const wrong = noted.filter(({ kind, fields }) => {
      const shape = table[kind];
      return shape === undefined || Object.keys(shape).sort().join() !== fields.join();
    });
    expect(wrong).toEqual([]);
  });

  test("has no event that is never noted", () => {
    const kinds = new Set(noted.map(({ kind }) => kind));
    expect(Object.keys(eventKinds).filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  test("has no field that every event has anyway", () => {
    const common = ["seq", "time", "thread", "kind", "cause"];
    const names = Object.values(eventKinds).flatMap((shape) => Object.keys(shape));
    expect(names.filter((name) => common.includes(name))).toEqual([]);
  });
});
