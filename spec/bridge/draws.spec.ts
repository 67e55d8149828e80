/** Random numbers drawn beforehand lead to the choices of the random strategy. */
import { expect, test } from "vitest";
import { Draws, Seeds } from "../../src/bridge/draws.js";
import type { ChoiceRow } from "../../src/bridge/protocol.js";
import { Prng } from "../../src/explore/prng.js";

/** The choices of a run with so many ways each, taken as the agent takes them. */
function takeBy(draws: readonly number[], counts: readonly number[]): ChoiceRow[] {
  return counts.map((count, at) => ["order", count, (draws[at] ?? 0) % count, false, []]);
}

function ways(points: readonly ChoiceRow[]): number[] {
  return points.map(([, , way]) => way);
}

/** Runs until the numbers fit. @returns the ways, and how many runs it took */
function settle(seed: number, length: number, counts: readonly number[]): [number[], number] {
  const draws = new Draws(seed, length);
  for (let runs = 1; ; runs++) {
    const points = takeBy(draws.list, counts);
    if (draws.fit(points)) return [ways(points), runs];
  }
}

test("enough numbers are enough at once, too few are drawn again", () => {
  const counts = Array.from({ length: 40 }, (_, at) => 2 + (at % 5));
  const prng = new Prng(11);
  const expected = counts.map((count) => prng.below(count));
  expect(settle(11, 40, counts)).toEqual([expected, 1]);
  expect(settle(11, 3, counts)).toEqual([expected, 2]);
});

test("a number that may not decide is left out, as the generator itself does", () => {
  // Of 2^31 + 1 ways, nearly half of all numbers are one too many.
  const counts = Array.from({ length: 20 }, () => 2 ** 31 + 1);
  const prng = new Prng(5);
  const expected = counts.map((count) => prng.below(count));
  const [taken, runs] = settle(5, 100, counts);
  expect(taken).toEqual(expected);
  expect(runs).toBeGreaterThan(5);
});

test("the first execution of a search has the search's own seed, the others have seeds of their own", () => {
  const seeds = new Seeds(3);
  const drawn = Array.from({ length: 1000 }, () => seeds.next());
  expect(drawn[0]).toBe(3);
  expect(new Set(drawn).size).toBe(1000);
  expect(drawn.every((seed) => Number.isSafeInteger(seed) && seed >= 0)).toBe(true);
  const other = new Seeds(4);
  other.next();
  expect(drawn).not.toContain(other.next());
});
