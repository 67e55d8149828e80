/** What wait, as_completed and shield promise whatever the delays and the order are. What they do in each version is in the judge cases. */
import * as fc from "fast-check";
import { asyncio, builtins, explore, repr, simulate, type Blocking, type Coroutine, versions } from "interloop";
import { describe, expect, test } from "vitest";

/** Runs a coroutine in every profile; gives what it returned in each. */
function inEveryProfile<T>(main: () => Coroutine<T>): T[] {
  return versions.map((python) => run(python, main));
}

function run<T>(python: string, main: () => Coroutine<T>): T {
  let result: T | undefined;
  const { ending, stderr } = simulate(
    function* (): Blocking<void> {
      result = yield* asyncio.run(main() as Coroutine<never>);
    },
    { python },
  );
  expect([python, ending.kind, stderr]).toEqual([python, "returned", ""]);
  return result as T;
}

function sleeping(delays: readonly number[]): asyncio.Task<number>[] {
  return delays.map((delay, number) => asyncio.create_task(asyncio.sleep(delay, number)));
}

const delays = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 7 });

describe("wait", () => {
  test("gives each one once, in one of two sets, and has waited as long as it had to", () => {
    fc.assert(
      fc.property(delays, fc.option(fc.integer({ min: 0, max: 6 })), (all, timeout) => {
        const results = inEveryProfile(function* () {
          const tasks = sleeping(all);
          const begun = asyncio.get_running_loop().time();
          const [done, pending] = yield* asyncio.wait([...tasks, ...tasks], { timeout });
          const took = asyncio.get_running_loop().time() - begun;
          for (const task of pending) task.cancel();
          const apart = tasks.every((task) => done.has(task) !== pending.has(task) && done.has(task) === task.done());
          return [apart, done.size + pending.size, Math.round(took)];
        });
        const expected = Math.min(timeout ?? Infinity, Math.max(...all));
        for (const result of results) expect(result).toEqual([true, all.length, expected]);
      }),
      { numRuns: 30 },
    );
  });

  test("gives sets that can be iterated in every order, and each in one order only", () => {
    const found = explore(
      function* (): Blocking<void> {
        yield* asyncio.run(
          (function* (): Coroutine<void> {
            const [done] = yield* asyncio.wait(sleeping([0, 0, 0]));
            const names = Array.from(done, (task) => task.result());
            yield* builtins.print(...names);
            if (repr(names) !== repr(Array.from(done.keys(), (task) => task.result())))
              yield* builtins.print("other order");
          })(),
        );
      },
      { python: "3.13" },
    );
    const printed = found.outcomes.map(({ output }) => output).sort();
    expect(printed).toEqual(["0 1 2\n", "0 2 1\n", "1 0 2\n", "1 2 0\n", "2 0 1\n", "2 1 0\n"]);
  });
});

describe("as_completed", () => {
  test("gives every result once, in the order of their times", () => {
    fc.assert(
      fc.property(delays, (all) => {
        const results = inEveryProfile(function* () {
          const order: number[] = [];
          for (const next of asyncio.as_completed(sleeping(all))) order.push(yield* next);
          return order;
        });
        for (const order of results) {
          const times = order.map((number) => all[number] ?? NaN);
          expect(times).toEqual([...all].sort((a, b) => a - b));
          expect([...order].sort((a, b) => a - b)).toEqual(all.map((_delay, number) => number));
        }
      }),
      { numRuns: 30 },
    );
  });

  test("raises TimeoutError for what is not done in time, and for that alone", () => {
    fc.assert(
      fc.property(delays, fc.integer({ min: 0, max: 5 }), (all, seconds) => {
        const timeout = seconds + 0.5;
        const results = inEveryProfile(function* () {
          let late = 0;
          for (const next of asyncio.as_completed(sleeping(all), { timeout })) {
            try {
              yield* next;
            } catch (thrown) {
              if (!(thrown instanceof asyncio.TimeoutError)) throw thrown;
              late++;
            }
          }
          return late;
        });
        for (const late of results) expect(late).toBe(all.filter((delay) => delay > timeout).length);
      }),
      { numRuns: 20 },
    );
  });
});

describe("shield", () => {
  test("keeps what is shielded alive whenever the one who awaits it is cancelled", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 5 }), (delay, cancelled) => {
        const results = inEveryProfile(function* () {
          const inner = asyncio.create_task(asyncio.sleep(delay, "result"));
          const waiting = asyncio.create_task(
            (function* (): Coroutine<string> {
              return yield* asyncio.shield(inner);
            })(),
          );
          yield* asyncio.sleep(cancelled - 0.5);
          waiting.cancel();
          yield* asyncio.wait([waiting]);
          return [waiting.cancelled(), yield* inner];
        });
        for (const result of results) expect(result).toEqual([cancelled - 0.5 < delay, "result"]);
      }),
      { numRuns: 20 },
    );
  });
});

describe("what a version has not", () => {
  test("is an AttributeError or a TypeError with Python's text", () => {
    const texts = (python: string): string[] =>
      run(python, function* (): Coroutine<string[]> {
        const loop = asyncio.get_running_loop();
        const attempts: (() => unknown)[] = [
          () => (asyncio.current_task() as asyncio.Task).get_context().size,
          () => asyncio.shield(loop.create_future(), { loop: null }).done(),
          () => asyncio.wait([loop.create_future()], { loop: null }).return(undefined as never).done,
          () => repr(asyncio.capture_call_graph(null, { limit: 0 })?.awaited_by),
        ];
        return attempts.map((attempt) => {
          try {
            return String(attempt());
          } catch (thrown) {
            return repr(thrown);
          }
        });
      });
    const context = "AttributeError(\"'_asyncio.Task' object has no attribute 'get_context'\")";
    const shield = "TypeError(\"shield() got an unexpected keyword argument 'loop'\")";
    const wait = "TypeError(\"wait() got an unexpected keyword argument 'loop'\")";
    const graph = "AttributeError(\"module 'asyncio' has no attribute 'capture_call_graph'\")";
    expect(texts("3.9")).toEqual([context, "false", "true", graph]);
    expect(texts("3.11")).toEqual([context, shield, wait, graph]);
    expect(texts("3.13")).toEqual(["0", shield, wait, graph]);
    expect(texts("3.14")).toEqual(["0", shield, wait, "()"]);
  });
});

describe("a task", () => {
  test("is a future to instanceof, and a future is no task", () => {
    const kinds = run("3.13", function* (): Coroutine<boolean[]> {
      class Own extends asyncio.Future {}
      const task: object = asyncio.create_task(asyncio.sleep(0));
      const future: object = asyncio.get_running_loop().create_future();
      return [task, future, new Own()].flatMap((one) => [
        one instanceof asyncio.Future,
        one instanceof asyncio.Task,
        one instanceof Own,
      ]);
    });
    expect(kinds).toEqual([true, true, false, true, false, false, true, false, true]);
  });
});
