/** The clocks and the waits of `time`. What its functions say of wrong numbers is in interpreter/seconds.spec.ts. */
import { type Blocking, explore, print, simulate, threading, time, UsageError } from "interloop";
import { describe, expect, test } from "vitest";
import { current } from "../src/kernel/current.js";
import { runBoth } from "./judge.js";

/** Runs something in the main thread, and gives what it returns. */
function inRun<T>(body: () => Blocking<T>, options: object = {}): T {
  let found: T | undefined;
  runBoth(function* (): Blocking<void> {
    found = yield* body();
  }, options);
  return found as T;
}

const nanoseconds = (seconds: number): number => Math.round(seconds * 1e9);

describe("the clock", () => {
  const readings = function* (): Blocking<number[]> {
    const first = [time.monotonic(), time.perf_counter(), time.monotonic()];
    yield* time.sleep(1);
    return [...first, time.monotonic()].map(nanoseconds);
  };

  test("is 1 ns later at each read, and so much later after a sleep", () => {
    expect(inRun(readings)).toEqual([1, 2, 3, 1_000_000_004]);
  });

  test("stands still where it is frozen", () => {
    expect(inRun(readings, { clock: "frozen" })).toEqual([0, 0, 0, 1_000_000_000]);
  });

  test("is the same for every thread", () => {
    const found = inRun(function* () {
      const seen: number[] = [];
      const thread = new threading.Thread({
        target: () => {
          seen.push(time.monotonic());
        },
      });
      seen.push(time.monotonic());
      yield* thread.start();
      yield* thread.join();
      return [...seen, time.monotonic()].map(nanoseconds);
    });
    expect(found).toEqual([1, 2, 3]);
  });

  test("of the day begins at a fixed moment, and is the same one", () => {
    const found = inRun(function* () {
      const before = time.time();
      yield* time.sleep(1.5);
      return [before, time.time(), nanoseconds(time.monotonic())];
    });
    expect(found).toEqual([1_700_000_000, 1_700_000_001.5, 1_500_000_003]);
  });
});

describe("time.sleep", () => {
  test("stops its thread alone, for exactly so long", () => {
    const run = runBoth(function* (): Blocking<void> {
      const target = function* (): Blocking<void> {
        yield* time.sleep(0.25);
        yield* print("thread", current().now);
      };
      yield* new threading.Thread({ target }).start();
      yield* time.sleep(0.5);
      yield* print("main", current().now);
    });
    expect(run.output).toBe("thread 0.25\nmain 0.5\n");
  });

  test("does not read the clock", () => {
    const passed = inRun(function* () {
      yield* time.sleep(0);
      yield* time.sleep(2);
      return nanoseconds(time.monotonic());
    });
    expect(passed).toBe(2_000_000_001);
  });

  test("for 0 lets others go first, though by default nobody does", () => {
    const scenario = function* (): Blocking<void> {
      const target = function* (): Blocking<void> {
        yield* time.sleep(0);
        yield* print("thread");
      };
      const thread = new threading.Thread({ target });
      yield* thread.start();
      yield* time.sleep(0);
      yield* print("main");
      yield* thread.join();
    };
    expect(runBoth(scenario).output).toBe("thread\nmain\n");
    const outputs = explore(scenario).outcomes.map(({ output }) => output);
    expect(outputs.sort()).toEqual(["main\nthread\n", "thread\nmain\n"]);
  });
});

describe("time.work", () => {
  test("takes time, and the thread keeps going: others that are due wait for it", () => {
    const run = runBoth(function* (): Blocking<void> {
      const target = function* (): Blocking<void> {
        yield* time.sleep(1);
        yield* print("thread", current().now);
      };
      const thread = new threading.Thread({ target });
      yield* thread.start();
      yield* time.work(3);
      yield* print("main", current().now);
      yield* thread.join();
    });
    expect(run.output).toBe("main 3\nthread 3\n");
  });

  test("for 0 takes none", () => {
    expect(runBoth(() => time.work(0)).time).toBe(0);
  });

  test("beyond the time limit ends the run there", () => {
    const run = runBoth(
      function* (): Blocking<void> {
        yield* time.work(11);
        yield* print("never");
      },
      { maxTime: 10 },
    );
    expect([run.ending, run.output]).toEqual([{ kind: "time limit", limit: 10 }, ""]);
  });

  test.each([
    [-1, "-1"],
    [NaN, "NaN"],
    ["1", "1"],
    [undefined, "undefined"],
  ])("of %s is refused", (seconds, text) => {
    const scenario = function* (): Blocking<void> {
      yield* time.work(seconds as number);
    };
    const error = new UsageError(`time.work(${text}): work takes a number of seconds, 0 or more`);
    expect(() => simulate(scenario)).toThrow(error);
  });
});

describe("outside a run", () => {
  test.each<[string, () => unknown]>([
    ["monotonic", () => time.monotonic()],
    ["perf_counter", () => time.perf_counter()],
    ["time", () => time.time()],
    ["sleep", () => time.sleep(1)],
    ["work", () => time.work(1)],
  ])("there is no time.%s()", (_name, call) => {
    expect(call).toThrow(
      new UsageError(
        "no run is going on: call this inside a scenario that simulate(), explore() or the command line runs",
      ),
    );
  });
});

test.each<[string, () => Blocking<void>]>([
  ["time.sleep(…)", () => time.sleep(1)],
  ["time.work(…)", () => time.work(1)],
])("%s that is not driven is told", (name, call) => {
  const scenario = function* (): Blocking<void> {
    void call();
  };
  const text = `${name} was called but never driven, so nothing happened: write \`yield* ${name}\``;
  expect(() => simulate(scenario)).toThrow(new UsageError(text));
});
