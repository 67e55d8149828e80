/** What wait_for promises whatever the delays are. What it does in each version is in the judge cases `wait_for_*`. */
import * as fc from "fast-check";
import { asyncio, builtins, except, repr, simulate, time, type Blocking, type Coroutine } from "interloop";
import { describe, expect, expectTypeOf, test } from "vitest";

const profiles = ["3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3.14"];

/** Runs a coroutine on the clock that stands still while code runs, so that all times are exact. */
function outcome<T>(python: string, main: () => Coroutine<T>): { result: T; time: number } {
  let result: T | undefined;
  const run = simulate(
    function* (): Blocking<void> {
      result = yield* asyncio.run(main() as Coroutine<never>);
    },
    { python, clock: "frozen" },
  );
  expect([python, run.ending.kind, run.stderr]).toEqual([python, "returned", ""]);
  return { result: result as T, time: run.time };
}

/** What wait_for gave, or the exception's repr. */
function* ends(awaitable: Coroutine<unknown> | asyncio.Future, timeout: number | null): Coroutine<unknown> {
  try {
    return yield* asyncio.wait_for(awaitable, timeout);
  } catch (thrown) {
    return repr(except(thrown, builtins.BaseException));
  }
}

describe("the limit", () => {
  test("decides alone: what takes less is given at its time, what takes more is cancelled at the limit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (delay, timeout) => {
        fc.pre(delay !== timeout);
        for (const python of profiles) {
          const { result, time } = outcome(python, () => ends(asyncio.sleep(delay, "slept"), timeout));
          const inTime = delay < timeout;
          expect([python, result, time]).toEqual([
            python,
            inTime ? "slept" : "TimeoutError()",
            inTime ? delay : timeout,
          ]);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("can be left out", () => {
    for (const python of profiles) {
      expect(outcome(python, () => ends(asyncio.sleep(100_000, "slept"), null))).toEqual({
        result: "slept",
        time: 100_000,
      });
    }
  });

  test("that is over already costs no time, and the coroutine does not begin", () => {
    let begun = false;
    function* child(): Coroutine<void> {
      begun = true;
      yield* asyncio.sleep(1);
    }
    for (const python of profiles) {
      for (const timeout of [0, -1, -0, -Infinity]) {
        expect(outcome(python, () => ends(child(), timeout))).toEqual({ result: "TimeoutError()", time: 0 });
      }
    }
    expect(begun).toBe(false);
  });

  test("must be a number or null", () => {
    for (const python of profiles) {
      const { result } = outcome(python, function* () {
        const future = asyncio.get_running_loop().create_future();
        return [yield* ends(future, "1" as unknown as number), yield* ends(future, [] as unknown as number)];
      });
      expect(result).toEqual([
        `TypeError("'<=' not supported between instances of 'str' and 'int'")`,
        `TypeError("'<=' not supported between instances of 'list' and 'int'")`,
      ]);
    }
  });

  test("must be given", () => {
    const withoutLimit = asyncio.wait_for as unknown as (fut: asyncio.Future) => Coroutine<void>;
    const { result } = outcome("3.13", function* () {
      yield* asyncio.sleep(0);
      try {
        void withoutLimit(asyncio.get_running_loop().create_future());
      } catch (thrown) {
        return repr(thrown);
      }
      return "";
    });
    expect(result).toBe(`TypeError("wait_for() missing 1 required positional argument: 'timeout'")`);
  });
});

describe("the timer", () => {
  test("is dropped when the wait ends in time: nothing keeps the loop waiting for it", () => {
    for (const python of profiles) {
      const run = simulate(
        function* (): Blocking<void> {
          const loop = asyncio.new_event_loop();
          for (let n = 0; n < 300; n++) {
            const result = yield* loop.run_until_complete(asyncio.wait_for(asyncio.sleep(0.25, n), 1000));
            expect(result).toBe(n);
          }
          // With nothing left to do it waits for ever, and begins to at once.
          yield* loop.run_forever();
        },
        { python, clock: "frozen" },
      );
      expect([python, run.ending.kind, run.time]).toEqual([python, "deadlock", 75]);
    }
  });
});

describe("from 3.12 on", () => {
  test("a coroutine runs in the calling task, before that in one of its own", () => {
    function* child(): Coroutine<string | undefined> {
      yield* asyncio.sleep(0);
      return asyncio.current_task()?.get_name();
    }
    const names = profiles.map((python) => outcome(python, () => asyncio.wait_for(child(), 10)).result);
    expect(names).toEqual(["Task-2", "Task-2", "Task-2", "Task-2", "Task-1", "Task-1", "Task-1"]);
  });

  test("the coroutine object passes on what the awaited one does, and can be used once", () => {
    const { result } = outcome("3.13", function* () {
      const waiting = asyncio.wait_for(asyncio.sleep(1, "slept"), 10);
      const seen: unknown[] = [yield* waiting];
      try {
        yield* waiting;
      } catch (thrown) {
        seen.push(repr(thrown));
      }
      const thrownInto = asyncio.wait_for(asyncio.get_running_loop().create_future(), 10);
      try {
        thrownInto.throw(new builtins.ValueError("before it began"));
      } catch (thrown) {
        seen.push(repr(thrown));
      }
      return seen;
    });
    expect(result).toEqual([
      "slept",
      "RuntimeError('cannot reuse already awaited coroutine')",
      "ValueError('before it began')",
    ]);
  });

  test("a call that nobody awaits is told", () => {
    const run = simulate(function* () {
      yield* asyncio.run(
        (function* (): Coroutine<void> {
          const future = asyncio.get_running_loop().create_future();
          void asyncio.wait_for(future, 1);
          yield* ends(future, 0);
          const task = asyncio.create_task(asyncio.wait_for(future, 1));
          task.cancel();
          yield* ends(task, 1);
        })(),
      );
    });
    expect(run.stderr).toBe("<scenario>:1: RuntimeWarning: coroutine 'wait_for' was never awaited\n");
  });

  test("an abandoned wait drops its timer", () => {
    const { result, time } = outcome("3.13", function* () {
      const waiting = asyncio.wait_for(asyncio.sleep(100), 10);
      waiting.next();
      waiting.return(undefined);
      yield* asyncio.sleep(1);
      return asyncio.current_task()?.cancelling();
    });
    expect([result, time]).toEqual([0, 1]);
  });
});

describe("the reads of the clock", () => {
  /** How often the clock is read while something is awaited: on the default clock each read takes a nanosecond. */
  function reads(python: string, make: () => asyncio.Future | Coroutine<unknown>): number {
    let counted = -1;
    simulate(
      function* () {
        const loop = asyncio.new_event_loop();
        yield* loop.run_until_complete(
          (function* (): Coroutine<void> {
            const begun = loop.time();
            try {
              yield* make();
            } catch (thrown) {
              except(thrown, asyncio.TimeoutError);
            }
            counted = Math.round((loop.time() - begun) * 1e9) - 1;
          })(),
        );
      },
      { python },
    );
    return counted;
  }

  function* noop(): Coroutine<void> {
    // Nothing to wait for.
  }

  // Counted on CPython with a loop whose time() counts its calls.
  test.each([
    ["nothing", () => asyncio.wait_for(noop(), 10), { "3.8": 4, "3.11": 4, "3.12": 2, "3.13": 2 }],
    ["one iteration", () => asyncio.wait_for(asyncio.sleep(0), 10), { "3.8": 5, "3.11": 5, "3.12": 3, "3.13": 3 }],
    ["no limit", () => asyncio.wait_for(asyncio.sleep(0), null), { "3.8": 1, "3.11": 1, "3.12": 1, "3.13": 1 }],
    ["no time", () => asyncio.wait_for(noop(), 0), { "3.8": 3, "3.11": 3, "3.12": 3, "3.13": 3 }],
    ["a timeout", () => asyncio.timeout(10).with(() => asyncio.sleep(0)), { "3.11": 3, "3.12": 3, "3.13": 3 }],
    ["a timeout of 0", () => asyncio.timeout(0).with(() => asyncio.sleep(0)), { "3.11": 3, "3.12": 3, "3.13": 3 }],
  ] as const)("are as many as CPython's: %s", (_, make, expected) => {
    for (const [python, count] of Object.entries(expected))
      expect([python, reads(python, make)]).toEqual([python, count]);
  });
});

test("the result has the type of what is awaited", () => {
  function* main(): Coroutine<void> {
    const slept = yield* asyncio.wait_for(asyncio.sleep(0, "slept"), 1);
    expectTypeOf(slept).toEqualTypeOf<string>();
    const future = asyncio.get_running_loop().create_future<number>();
    future.set_result(1);
    expectTypeOf(yield* asyncio.wait_for(future, null)).toEqualTypeOf<number>();
  }
  for (const python of profiles) outcome(python, main);
});

test("a blocking function's generator is refused by the compiler", () => {
  function* blocking(): Blocking<void> {
    yield* time.sleep(0);
  }
  // @ts-expect-error TypeError: An asyncio.Future, a coroutine or an awaitable is required
  expect(() => asyncio.wait_for(blocking(), 1)).toThrow("no run is going on");
});
