import { expect, test } from "vitest";
import { short_repr, tuple } from "../../src/builtins/repr.js";
import { decode, recorded, single } from "./recorded.js";

const rows = recorded<unknown, [string, string]>("values.json").map(single);

test(`abbreviates ${rows.length} values as CPython's reprlib does`, () => {
  const printed = rows.map(([question]) => short_repr(decode(question)));
  expect(printed).toEqual(rows.map(([, [, short]]) => short));
});

test("an object's own repr loses its middle beyond 30 characters", () => {
  const object = (text: string): object => ({ __repr__: () => text });
  expect([object("x".repeat(30)), object("<abcdefghijklmnopqrstuvwxyz0123>")].map(short_repr)).toEqual([
    "x".repeat(30),
    "<abcdefghijkl...rstuvwxyz0123>",
  ]);
});

test("a list within itself ends at the sixth level", () => {
  const list: unknown[] = [1];
  list.push(list);
  expect(short_repr(list)).toBe("[1, [1, [1, [1, [1, [1, [...]]]]]]]");
  expect(short_repr(tuple(undefined, { b: 1, a: tuple() }))).toBe("(None, {'a': (), 'b': 1})");
});
