/** The exhaustive strategy's plans: what an execution begins with, and which executions will come in any case. */
import { expect, test } from "vitest";
import { ExhaustiveStrategy } from "../../src/explore/exhaustive.js";
import type { ChoiceFigures, Plan } from "../../src/explore/figures.js";
import { RandomStrategy } from "../../src/explore/random.js";

/** A made-up program: how many threads can go on after the ways so far; 0 ends it. The first of them ran last. */
type Tree = (ways: readonly number[]) => number;

function pointOf(index: number, count: number): ChoiceFigures {
  const threads = Array.from({ length: count }, (_, id) => ({ id: id + 10 }));
  return { kind: "thread", index, count, threads, preempts: true };
}

/** Runs all executions, each by its plan and the default after it, as a process elsewhere would. */
function search(
  tree: Tree,
  preemptions?: number,
): { ran: string[]; counted: string[]; plans: Plan[]; ahead: Plan[][] } {
  const strategy = new ExhaustiveStrategy(preemptions);
  const found: { ran: string[]; counted: string[]; plans: Plan[]; ahead: Plan[][] } = {
    ran: [],
    counted: [],
    plans: [],
    ahead: [],
  };
  while (strategy.begin()) {
    const plan = strategy.planned();
    found.plans.push(plan);
    found.ahead.push(strategy.ahead(10));
    const taken: number[] = [];
    for (let count = tree(taken); count > 0; count = tree(taken)) taken.push(plan.ways[taken.length] ?? 0);
    let departures = 0;
    for (const [index, way] of taken.entries()) {
      const chosen = strategy.choose(pointOf(index, tree(taken.slice(0, index))), { preemptions: departures });
      expect([index, chosen]).toEqual([index, way]);
      if (way > 0) departures++;
    }
    found.ran.push(taken.join(""));
    const figures = { decisions: [], preemptions: departures, steps: 0, now: 0, choices: taken.length };
    if (strategy.end(figures, { kind: "returned", value: undefined }) !== null) found.counted.push(taken.join(""));
  }
  return found;
}

/** Three choices of 2, 3 and 2 ways; after way 1 of the first, only one of 2 follows. */
const tree: Tree = (ways) => {
  if (ways[0] === 1) return ways.length === 1 ? 2 : 0;
  return [2, 3, 2][ways.length] ?? 0;
};
const all = ["000", "001", "010", "011", "020", "021", "10", "11"];

test("plans lead through all schedules, each counted once", () => {
  expect(search(tree).counted.sort()).toEqual(all);
  expect(search(tree, 1).counted.sort()).toEqual(["000", "001", "010", "020", "10"]);
});

test("a plan ends with the way that is new, and has the decisions that a replay needs", () => {
  const { plans } = search(tree);
  expect(plans[0]).toEqual({ ways: [], decisions: [] });
  expect(plans.at(-1)).toEqual({ ways: [1, 1], decisions: [0, 11, 1, 11] });
  for (const { ways, decisions } of plans) {
    expect(ways.at(-1) ?? 1).toBeGreaterThan(0);
    expect(decisions).toEqual(ways.flatMap((way, at) => (way > 0 ? [at, 10 + way] : [])));
  }
});

test("what is told ahead is run later in the same order, among what nobody could know yet", () => {
  const { plans, ahead } = search(tree);
  expect(ahead.some((list) => list.length > 2)).toBe(true);
  for (const [at, list] of ahead.entries()) {
    const later = plans.slice(at + 1).map(({ ways }) => ways.join(""));
    let from = 0;
    for (const { ways } of list) {
      const found = later.indexOf(ways.join(""), from);
      expect(found).toBeGreaterThanOrEqual(from);
      from = found + 1;
    }
  }
});

test("a way that stands for another kind of choice is written as that", () => {
  const strategy = new ExhaustiveStrategy();
  strategy.begin();
  strategy.choose({ kind: "order", index: 0, count: 3, threads: [], preempts: false }, { preemptions: 0 });
  const figures = { decisions: [], preemptions: 0, steps: 0, now: 0, choices: 1 };
  strategy.end(figures, { kind: "returned", value: undefined });
  strategy.begin();
  expect(strategy.planned()).toEqual({ ways: [1], decisions: [0, -3] });
  expect(strategy.ahead(10)).toEqual([{ ways: [2], decisions: [0, -4] }]);
  expect(strategy.ahead(0)).toEqual([]);
});

test("a random strategy chooses from figures alone", () => {
  const strategy = new RandomStrategy(1);
  const ways = Array.from({ length: 50 }, (_, index) => strategy.choose(pointOf(index, 2)));
  expect(new Set(ways)).toEqual(new Set([0, 1]));
});
