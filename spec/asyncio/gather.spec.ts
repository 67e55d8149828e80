/** What gather promises whatever the delays are, and its types. What it does in each version is in the judge cases `gather_*`. */
import * as fc from "fast-check";
import { asyncio, builtins, repr, simulate, time, type Blocking, type Coroutine } from "interloop";
import { describe, expect, expectTypeOf, test } from "vitest";

/** Runs a coroutine in every profile; gives what it returned in each. */
function inEveryProfile<T>(main: () => Coroutine<T>): T[] {
  return ["3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3.14"].map((python) => {
    let result: T | undefined;
    const run = simulate(
      function* (): Blocking<void> {
        result = yield* asyncio.run(main() as Coroutine<never>);
      },
      { python },
    );
    expect([python, run.ending.kind, run.stderr]).toEqual([python, "returned", ""]);
    return result as T;
  });
}

function* after<T>(delay: number, result: T): Coroutine<T> {
  return yield* asyncio.sleep(delay, result);
}

function* fails(delay: number, error: builtins.BaseException): Coroutine<never> {
  yield* asyncio.sleep(delay);
  throw error;
}

const delays = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 8 });

describe("the results", () => {
  test("stand in the order of the arguments, whichever child is done first, and come when the slowest child is done", () => {
    fc.assert(
      fc.property(delays, (all) => {
        const results = inEveryProfile(function* () {
          const begun = asyncio.get_running_loop().time();
          const given = yield* asyncio.gather(...all.map((delay, index) => after(delay, index)));
          return [given, Math.floor(asyncio.get_running_loop().time() - begun)];
        });
        for (const result of results) expect(result).toEqual([all.map((_, index) => index), Math.max(0, ...all)]);
      }),
      { numRuns: 30 },
    );
  });

  test("are exceptions too, with return_exceptions, and the wait lasts as long", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.boolean()), { maxLength: 6 }), (all) => {
        const results = inEveryProfile(function* () {
          const begun = asyncio.get_running_loop().time();
          const children = all.map(([delay, good], index) =>
            good ? after(delay, index) : fails(delay, new builtins.ValueError(index)),
          );
          const given = yield* asyncio.gather_kw({ return_exceptions: true }, ...children);
          return [given.map((result) => repr(result)), Math.floor(asyncio.get_running_loop().time() - begun)];
        });
        const expected = all.map(([, good], index) => (good ? String(index) : `ValueError(${String(index)})`));
        for (const result of results) expect(result).toEqual([expected, Math.max(0, ...all.map(([delay]) => delay))]);
      }),
      { numRuns: 30 },
    );
  });

  test("are a tuple by their types", () => {
    function* main(): Coroutine<void> {
      const task = asyncio.create_task(after(0, true));
      const all = yield* asyncio.gather(after(0, 1), after(0, "text"), task);
      expectTypeOf(all).toEqualTypeOf<[number, string, boolean]>();
      expect(all).toEqual([1, "text", true]);
      const many = yield* asyncio.gather(...[1, 2].map((n) => after(0, n)));
      expectTypeOf(many).toEqualTypeOf<number[]>();
      expect(many).toEqual([1, 2]);
      const kept = yield* asyncio.gather_kw({ return_exceptions: true }, after(0, 1), after(0, "text"));
      expectTypeOf(kept).toEqualTypeOf<[number | builtins.BaseException, string | builtins.BaseException]>();
      expect(kept).toEqual([1, "text"]);
    }
    inEveryProfile(main);
  });
});

test("a child that is given twice is watched once", () => {
  const results = inEveryProfile(function* () {
    const child = asyncio.create_task(after(1, "result"));
    const all = asyncio.gather(child, child);
    const watched = repr(child).split("_done_callback").length - 1;
    return [watched, yield* all];
  });
  for (const result of results) expect(result).toEqual([1, ["result", "result"]]);
});

describe("the first failure", () => {
  test("ends the wait at the time of the child that fails first; on a tie it is the one given first", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 6 }), (all) => {
        const results = inEveryProfile(function* () {
          try {
            yield* asyncio.gather(...all.map((delay, index) => fails(delay, new builtins.ValueError(index))));
          } catch (thrown) {
            return repr(thrown);
          }
          return "no failure";
        });
        const first = all.indexOf(Math.min(...all));
        for (const result of results) expect(result).toBe(`ValueError(${String(first)})`);
      }),
      { numRuns: 30 },
    );
  });

  test("leaves the other children running", () => {
    const results = inEveryProfile(function* () {
      const slow = asyncio.create_task(after(2, "slow"));
      try {
        yield* asyncio.gather(slow, fails(1, new builtins.ValueError("early")));
      } catch (thrown) {
        return [repr(thrown), slow.done(), yield* slow];
      }
      return [];
    });
    for (const result of results) expect(result).toEqual(["ValueError('early')", false, "slow"]);
  });
});

describe("a wrong argument", () => {
  test("is refused with Python's text", () => {
    const results = inEveryProfile(function* () {
      for (const wrong of [1, null, "text", {}]) {
        expect(() => asyncio.gather(wrong as never)).toThrow(
          "An asyncio.Future, a coroutine or an awaitable is required",
        );
      }
      yield* asyncio.sleep(0);
    });
    expect(results.length).toBe(7);
  });

  test("is refused by the compiler where it is a blocking function's generator", () => {
    function* blocking(): Blocking<void> {
      yield* time.sleep(0);
    }
    function* main(): Coroutine<void> {
      // @ts-expect-error TypeError: An asyncio.Future, a coroutine or an awaitable is required
      yield* asyncio.gather(after(0, 1), blocking());
    }
    inEveryProfile(main);
  });
});
