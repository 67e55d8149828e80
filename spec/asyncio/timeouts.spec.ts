/** What timeouts promise whatever the times are. What they do in each version is in the judge cases `timeout_*`. */
import * as fc from "fast-check";
import { asyncio, builtins, except, repr, simulate, type Blocking, type Coroutine, type Run } from "interloop";
import { describe, expect, expectTypeOf, test } from "vitest";

const profiles = ["3.11", "3.12", "3.13", "3.14"];

/** Runs a coroutine on the clock that stands still while code runs, so that all times are exact. */
function runFrozen(python: string, main: () => Coroutine<void>): Run {
  const run = simulate(
    function* (): Blocking<void> {
      yield* asyncio.run(main());
    },
    { python, clock: "frozen" },
  );
  expect([python, run.ending.kind, run.stderr]).toEqual([python, "returned", ""]);
  return run;
}

const moments = fc.integer({ min: 0, max: 9 });

describe("a timeout", () => {
  test("ends the block at its time, and only a block that is still waiting then", () => {
    fc.assert(
      fc.property(moments, moments, (limit, duration) => {
        fc.pre(limit !== duration);
        for (const python of profiles) {
          let seen: unknown[] = [];
          runFrozen(python, function* () {
            const loop = asyncio.get_running_loop();
            const timeout = asyncio.timeout(limit);
            try {
              seen = [yield* timeout.with(() => asyncio.sleep(duration, "slept"))];
            } catch (thrown) {
              seen = [repr(except(thrown, builtins.TimeoutError))];
            }
            seen.push(timeout.expired(), loop.time(), asyncio.current_task()?.cancelling());
          });
          const inTime = duration < limit;
          expect([python, ...seen]).toEqual(
            inTime ? [python, "slept", false, duration, 0] : [python, "TimeoutError()", true, limit, 0],
          );
        }
      }),
      { numRuns: 50 },
    );
  });

  test("obeys the last of its limits, however often it is moved", () => {
    fc.assert(
      fc.property(fc.array(fc.option(moments), { minLength: 1, maxLength: 6 }), (limits) => {
        const last = limits.at(-1) ?? null;
        for (const python of profiles) {
          let end = -1;
          runFrozen(python, function* () {
            const timeout = asyncio.timeout(null);
            try {
              yield* timeout.with(function* () {
                for (const when of limits) timeout.reschedule(when);
                yield* asyncio.sleep(20);
              });
            } catch (thrown) {
              except(thrown, builtins.TimeoutError);
            }
            end = asyncio.get_running_loop().time();
          });
          expect([python, end]).toEqual([python, last ?? 20]);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("of several, nested, the one that is due first raises; on a tie the outermost", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 }), (limits) => {
        for (const python of profiles) {
          const raised: number[] = [];
          const nest = function* (depth: number): Coroutine<void> {
            const limit = limits[depth];
            if (limit === undefined) {
              yield* asyncio.sleep(20);
              return;
            }
            try {
              yield* asyncio.timeout(limit).with(() => nest(depth + 1));
            } catch (thrown) {
              except(thrown, builtins.TimeoutError);
              raised.push(depth);
            }
          };
          runFrozen(python, () => nest(0));
          expect([python, ...raised]).toEqual([python, limits.indexOf(Math.min(...limits))]);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("that is due already stands in the ready queue like a callback, behind what is there and ahead of what comes", () => {
    for (const python of profiles) {
      const seen: unknown[] = [];
      runFrozen(python, function* () {
        const loop = asyncio.get_running_loop();
        const task = asyncio.current_task();
        const look = (): void => void seen.push(task?.cancelling());
        loop.call_soon(look);
        try {
          yield* asyncio.timeout(0).with(function* () {
            loop.call_soon(look);
            yield* asyncio.sleep(10);
          });
        } catch (thrown) {
          except(thrown, builtins.TimeoutError);
        }
      });
      expect([python, ...seen]).toEqual([python, 0, 1]);
    }
  });

  test("lets an error of JavaScript pass, which is a bug of the scenario and no exception of Python", () => {
    for (const python of profiles) {
      const bug = new globalThis.TypeError("a bug");
      let timeout: asyncio.Timeout | undefined;
      const run = () =>
        simulate(
          function* (): Blocking<void> {
            yield* asyncio.run(
              (function* (): Coroutine<void> {
                timeout = asyncio.timeout(0);
                yield* timeout.with(function* () {
                  try {
                    yield* asyncio.sleep(1);
                  } finally {
                    // eslint-disable-next-line no-unsafe-finally -- the scenario is wrong on purpose
                    throw bug;
                  }
                });
              })(),
            );
          },
          { python },
        );
      let seen: unknown;
      try {
        const { ending } = run();
        seen = ending.kind === "raised" ? ending.exception : ending.kind;
      } catch (thrown) {
        seen = thrown;
      }
      expect(seen).toBe(bug);
    }
  });

  test("reads as Python writes it, with its time rounded to the even thousandth", () => {
    const cases: [number, string][] = [
      [1.5, "1.5"],
      [0.0625, "0.062"],
      [0.1875, "0.188"],
      [2.0005, "2.001"],
      [2.0015, "2.002"],
      [123456789.987654, "123456789.988"],
    ];
    for (const [when, shown] of cases) {
      runFrozen("3.13", function* () {
        const timeout = asyncio.timeout_at(when);
        yield* timeout.with(function* () {
          expect(repr(timeout)).toBe(`<Timeout [active] when=${shown}>`);
          yield* asyncio.sleep(0);
        });
        expect(repr(timeout)).toBe("<Timeout [finished]>");
      });
    }
  });
});

test("a timeout needs 3.11", () => {
  for (const python of ["3.8", "3.9", "3.10"]) {
    const run = simulate(
      function* () {
        asyncio.timeout(1);
        yield* asyncio.run(asyncio.sleep(0));
      },
      { python },
    );
    expect(run.ending.kind).toBe("raised");
    expect(run.stderr).toContain("AttributeError: module 'asyncio' has no attribute 'timeout'\n");
  }
});

test("the block gives its result with its type", () => {
  runFrozen("3.13", function* () {
    const result = yield* asyncio.timeout(1).with(() => asyncio.sleep(0, "slept"));
    expectTypeOf(result).toEqualTypeOf<string>();
    expect(result).toBe("slept");
  });
});
