import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { IndexError } from "../src/builtins/exceptions.js";
import { tuple } from "../src/builtins/repr.js";
import { heapify, heappop, heappush, heappushpop, heapreplace, nlargest, nsmallest, TimerHeap } from "../src/heapq.js";
import { Dice, recorded, single } from "./builtins/recorded.js";

/** Ordered by its deadline alone, as timers are. */
class Item {
  readonly _when: number;
  readonly id: number;

  constructor(when: number, id: number) {
    this._when = when;
    this.id = id;
  }
}

const earlier = (a: Item, b: Item): boolean => a._when < b._when;
const idOf = ({ id }: Item): number => id;

/** The game of questions_heaps.py. */
function play(seed: number): [out: number[], left: number[]] {
  const dice = new Dice(seed);
  const keys = 1 + dice.below(8);
  const rounds = seed % 100 === 1 ? 6000 : 1 + dice.below(80);
  const mood = 2 + dice.below(4);
  let heap: Item[] = [];
  const out: number[] = [];
  for (let number = 0; number < rounds; number += 1) {
    const what = dice.below(10);
    const item = new Item(dice.below(keys), number);
    if (what < mood || heap.length === 0) heappush(heap, item, earlier);
    else if (what < 7) out.push(heappop(heap, earlier).id);
    else if (what === 7) out.push(heappushpop(heap, item, earlier).id);
    else if (what === 8) out.push(heapreplace(heap, item, earlier).id);
    else {
      if (number % 7 === 0) heap = heap.filter(({ id }) => id % 3 !== 0);
      else heap = [...heap, item].reverse();
      heapify(heap, earlier);
    }
  }
  return [out, heap.map(idOf)];
}

const checksum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => (Math.imul(total, 31) + number + 1) >>> 0, 0);

/** The order in which n items of one key leave, pushed as 0 … n − 1 (seen in every version of CPython). */
const orderOfTies: Readonly<Record<number, string>> = {
  3: "0 1 2",
  4: "0 2 1 3",
  5: "0 2 4 1 3",
  6: "0 2 5 4 1 3",
  7: "0 2 5 6 4 1 3",
  8: "0 2 6 5 7 4 1 3",
  9: "0 2 6 8 5 7 4 1 3",
  10: "0 2 6 9 8 5 7 4 1 3",
};

describe("heapq", () => {
  const rows = recorded<number, [number[], number[]] | [number, number, number]>("../heapq.json").map(single);

  test(`${rows.length} random games with ties end as in CPython`, () => {
    const found = rows.map(([seed, answer]) => {
      const [out, left] = play(seed);
      return answer.length === 2 ? [out, left] : [out.length, left.length, checksum([...out, ...left])];
    });
    expect(found).toEqual(rows.map(([, answer]) => answer));
    expect(rows.filter(([, answer]) => answer.length === 2).length).toBeGreaterThan(20);
  });

  test.each(Object.entries(orderOfTies))("%s equal keys leave in CPython's order", (count, order) => {
    const heap: Item[] = [];
    for (let id = 0; id < Number(count); id += 1) heappush(heap, new Item(1, id), earlier);
    expect(Array.from({ length: Number(count) }, () => heappop(heap, earlier).id).join(" ")).toBe(order);
  });

  test("without an order, Python's < is meant", () => {
    const heap: unknown[] = [tuple(2, "a"), tuple(1, "b"), tuple(1, "a")];
    heapify(heap);
    heappush(heap, tuple(0, "z"));
    expect([heappushpop(heap, tuple(-1)), heapreplace(heap, tuple(9)), heappop(heap), heappop(heap)]).toEqual([
      ...[[-1], [0, "z"], [1, "a"], [1, "b"]],
    ]);
    expect(() => {
      heappush(heap, 5);
    }).toThrow("'<' not supported between instances of 'int' and 'tuple'");
  });

  test("an empty heap", () => {
    expect(() => heappop([])).toThrow(new IndexError("index out of range"));
    expect(() => heapreplace([], 1)).toThrow(new IndexError("index out of range"));
    expect(heappushpop([], 1)).toBe(1);
  });
});

describe("TimerHeap", () => {
  const step = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(0, 0.5, 1, 2, NaN, Infinity) },
    { weight: 4, arbitrary: fc.constant("pop" as const) },
    { weight: 1, arbitrary: fc.constant("filter" as const) },
  );

  test("law: it is always the array that heapq makes of the same steps", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 200, size: "max" }), (steps) => {
        const timers = new TimerHeap<Item>();
        let model: Item[] = [];
        steps.forEach((what, id) => {
          if (typeof what === "number") {
            const item = new Item(what, id);
            timers.push(item);
            heappush(model, item, earlier);
          } else if (what === "filter") {
            timers.filter((item) => item.id % 3 !== 0);
            model = model.filter((item) => item.id % 3 !== 0);
            heapify(model, earlier);
          } else if (model.length > 0) {
            expect(timers.peek()).toBe(model[0]);
            expect(timers.pop()).toBe(heappop(model, earlier));
          }
          expect(timers.length).toBe(model.length);
          expect(timers.items).toEqual(model);
        });
      }),
    );
  });

  test("law: deadlines leave in order, and none is lost", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true })), (whens) => {
        const timers = new TimerHeap<Item>();
        whens.forEach((when, id) => {
          timers.push(new Item(when, id));
        });
        const found = whens.map(() => timers.pop()._when + 0);
        expect(found).toEqual(whens.map((when) => when + 0).sort((a, b) => a - b || 0));
      }),
    );
  });

  test.each(Object.entries(orderOfTies))("%s equal deadlines leave in CPython's order", (count, order) => {
    const timers = new TimerHeap<Item>();
    for (let id = 0; id < Number(count); id += 1) timers.push(new Item(1, id));
    expect(Array.from({ length: Number(count) }, () => timers.pop().id).join(" ")).toBe(order);
  });

  test("a later timer changes the order of the equal ones before it", () => {
    const timers = new TimerHeap<Item>();
    for (let id = 0; id < 5; id += 1) timers.push(new Item(1, id));
    timers.push(new Item(2, -1));
    const order = Array.from({ length: 6 }, () => timers.pop().id);
    expect(order).toEqual([0, 2, 1, 3, 4, -1]);
  });

  test("filter asks once for each, in array order, and can empty the heap", () => {
    const timers = new TimerHeap<Item>();
    for (const [id, when] of [5, 3, 4, 1, 2].entries()) timers.push(new Item(when, id));
    const before = timers.items.map(idOf);
    const asked: number[] = [];
    timers.filter(({ id }) => {
      asked.push(id);
      return false;
    });
    expect([asked, timers.length]).toEqual([before, 0]);
    timers.push(new Item(1, 9));
    expect(timers.pop().id).toBe(9);
  });

  test("an empty heap", () => {
    const timers = new TimerHeap<Item>();
    timers.push(new Item(1, 0));
    timers.clear();
    expect(timers.length).toBe(0);
    expect(() => timers.pop()).toThrow(new IndexError("index out of range"));
    expect(() => timers.peek()).toThrow(new IndexError("index out of range"));
  });
});

test("nsmallest and nlargest give items that are neither less nor equal in the order of CPython", () => {
  const items = [new Item(2, 0), new Item(1, 1), new Item(2, 2), new Item(1, 3), new Item(3, 4)];
  expect(nsmallest(3, items, earlier).map(idOf)).toEqual([1, 3, 0]);
  expect(nlargest(3, items, earlier).map(idOf)).toEqual([4, 2, 0]);
  expect(nlargest(5, items, earlier).map(idOf)).toEqual([4, 0, 2, 1, 3]);
  expect([nsmallest(9, [2, 1]), nlargest(9, [1, 2]), nsmallest(0, [1]), nlargest(-1, [1])]).toEqual([
    [1, 2],
    [2, 1],
    [],
    [],
  ]);
  expect(items.map(idOf)).toEqual([0, 1, 2, 3, 4]);
});
