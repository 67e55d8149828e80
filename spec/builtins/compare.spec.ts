import { expect, test } from "vitest";
import { bool, eq, lt, sorted } from "../../src/builtins/compare.js";
import { tuple } from "../../src/builtins/repr.js";

class Version {
  readonly number: number;

  constructor(number: number) {
    this.number = number;
  }

  __lt__(other: Version): boolean {
    return this.number < other.number;
  }

  __eq__(other: unknown): boolean {
    return other instanceof Version && other.number === this.number;
  }
}

test("== compares by value what Python does", () => {
  const equal = [
    [1, true],
    [0n, false],
    [1.5, 1.5],
    [2n ** 60n, 2 ** 60],
    [null, undefined],
    [
      [1, [2, "x"]],
      [1n, [2, "x"]],
    ],
    [tuple(1, new Version(2)), tuple(1, new Version(2))],
  ];
  expect(equal.map(([a, b]) => eq(a, b) && eq(b, a))).toEqual(equal.map(() => true));
  const different = [
    [1, "1"],
    [0, null],
    [0, ""],
    ["0", false],
    [NaN, NaN],
    [2n ** 60n + 1n, 2 ** 60],
    [[1], tuple(1)],
    [[1], [1, 2]],
    [{}, {}],
    [new Version(1), 1],
  ];
  expect(different.map(([a, b]) => eq(a, b) || eq(b, a))).toEqual(different.map(() => false));
});

test("< orders numbers, strings by code points, sequences by their first difference, objects by their methods", () => {
  const ordered = [
    [1, 2n],
    [false, 0.5],
    ["a", "ab"],
    ["\uffee", "\u{1f600}"],
    ["a\u{1f600}", "a\u{1f601}"],
    [
      [1, 2],
      [1, 3],
    ],
    [tuple(1), tuple(1, 0)],
    [tuple(1, new Version(1)), tuple(1, new Version(2))],
    [new Version(1), new Version(2)],
  ];
  expect(ordered.map(([a, b]) => [lt(a, b), lt(b, a), lt(a, a)])).toEqual(ordered.map(() => [true, false, false]));
  const later = { __gt__: (other: number) => other === 7 };
  expect([lt(7, later), lt(8, later)]).toEqual([true, false]);
});

test("< refuses what has no order, as Python says it", () => {
  const refused: readonly (readonly [unknown, unknown, string])[] = [
    [1, "a", "'<' not supported between instances of 'int' and 'str'"],
    [null, 1.5, "'<' not supported between instances of 'NoneType' and 'float'"],
    [[1], tuple(1), "'<' not supported between instances of 'list' and 'tuple'"],
    [tuple(1, null), tuple(1, {}), "'<' not supported between instances of 'NoneType' and 'dict'"],
    [new Set(), new (class Box {})(), "'<' not supported between instances of 'set' and 'Box'"],
  ];
  for (const [a, b, message] of refused) expect(() => lt(a, b)).toThrow(message);
});

test("sorted is stable and leaves its argument alone", () => {
  const items = [tuple(2, "b"), tuple(1, "z"), tuple(2, "a")];
  expect(sorted(items)).toEqual([
    [1, "z"],
    [2, "a"],
    [2, "b"],
  ]);
  expect(items[0]).toEqual([2, "b"]);
  expect(sorted([true, 1, 0, false])).toEqual([0, false, true, 1]);
  expect(() => sorted([1, null])).toThrow("'<' not supported between instances of 'NoneType' and 'int'");
});

test("false is what is zero, empty or None", () => {
  const empty = [null, undefined, false, 0, -0, 0n, "", [], tuple(), new Map(), new Set(), {}];
  const full = [
    true,
    NaN,
    -1,
    1n,
    "0",
    [0],
    tuple(null),
    new Map([[0, 0]]),
    new Set([0]),
    { a: 0 },
    new Version(0),
    eq,
  ];
  expect(empty.map(bool)).toEqual(empty.map(() => false));
  expect(full.map(bool)).toEqual(full.map(() => true));
  expect([true, false].map((truth) => bool({ __proto__: { __bool__: () => truth } }))).toEqual([true, false]);
});
