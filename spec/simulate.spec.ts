import {
  asyncio,
  type Blocking,
  builtins,
  type Coroutine,
  print,
  print_kw,
  raise,
  Run,
  type Scenario,
  simulate,
  type SimulateOptions,
  sys,
  threading,
  time,
  UsageError,
} from "interloop";
import { describe, expect, test } from "vitest";

function* program(): Blocking<string> {
  yield* print("out");
  yield* print_kw({ file: "stderr" }, "err");
  yield* time.sleep(1.5);
  return "value";
}

describe("a run", () => {
  test("says what was printed, how it ended, and how long it took", () => {
    const run = simulate(program);
    expect(run).toBeInstanceOf(Run);
    expect(Object.assign({}, run)).toEqual({
      ending: { kind: "returned", value: "value" },
      endingText: "returned 'value'",
      output: "out\n",
      stderr: "err\n",
      time: 1.5,
      steps: run.steps,
      choices: 0,
      preemptions: 0,
      schedule: "i1:",
    });
  });

  test.each<[string, Scenario, string]>([
    ["returned", function* () {}, "returned"], // prettier-ignore
    ["raised", function* () { raise(new builtins.ValueError("no")); }, "raised ValueError: no"], // prettier-ignore
    ["exited", function* () { sys.exit(4); }, "exited with status 4"], // prettier-ignore
    [
      "deadlock",
      function* () {
        yield* new threading.Event().wait();
      },
      "deadlock: no thread can go on, and no time will free one\n  MainThread: wait for event, waits for waiter 1 → event 1",
    ],
  ])("that ends so: %s", (kind, scenario, text) => {
    const run = simulate(scenario);
    expect([run.ending.kind, run.endingText]).toEqual([kind, text]);
  });

  test("that ends by an error of JavaScript says so", () => {
    const scenario = function* (): Blocking<void> {
      (undefined as unknown as () => void)();
    };
    expect(simulate(scenario).endingText).toMatch(/^raised JSError: TypeError: /);
  });

  test("has a trace when it is asked for, and says so when it was not", () => {
    expect(() => simulate(program).trace).toThrow(
      new UsageError("this run was not recorded: pass { trace: true } to have its trace"),
    );
    const { trace } = simulate(program, { trace: true, python: "3.9", clock: "frozen", stdout: "unbuffered" });
    expect(trace.header).toEqual({
      schema: 1,
      python: "3.9.18",
      clock: "frozen",
      timing: "punctual",
      stdout: "unbuffered",
      debug: false,
    });
    expect(trace.events.map(({ kind }) => kind)).toEqual([
      ...["write", "write", "write"],
      ...["thread.wait", "clock.advance", "thread.wake", "interpreter.exit"],
    ]);
    expect(trace.ending).toMatchObject({ ending: "returned", text: "returned 'value'", time: 1.5, schedule: "i1:" });
  });

  test("in which objects print their addresses prints the same whatever ran before", () => {
    const addresses = function* (): Blocking<void> {
      class Thing {}
      yield* print(new Thing(), new threading.Lock(), () => 1);
    };
    expect(simulate(addresses).output).toBe(simulate(addresses).output);
  });

  test("numbers shared objects by creation, so that a deadlock reads the same with and without a trace", () => {
    const stuck = function* (): Blocking<void> {
      const unused = new threading.Lock();
      const lock = new threading.Lock();
      yield* lock.acquire();
      yield* unused.acquire();
      yield* lock.acquire();
    };
    const text = simulate(stuck).endingText;
    expect(text).toBe(
      [
        "deadlock: no thread can go on, and no time will free one",
        "  MainThread: acquire lock, waits for lock 2 → MainThread",
        "  cycle: MainThread → lock 2 → MainThread",
      ].join("\n"),
    );
    expect(simulate(stuck, { trace: true }).endingText).toBe(text);
  });
});

describe("a seed", () => {
  function* racing(): Blocking<void> {
    const body = function* (): Blocking<void> {
      yield* print("thread");
    };
    const thread = new threading.Thread({ target: body });
    yield* thread.start();
    yield* print("main");
    yield* thread.join();
  }

  test("draws a schedule, always the same one", () => {
    const run = simulate(racing, { seed: 1, trace: true });
    expect(simulate(racing, { seed: 1, trace: true }).trace).toEqual(run.trace);
    expect(run.choices).toBeGreaterThan(0);
  });

  test("differs from others: among 20 seeds both orders occur", () => {
    const outputs = Array.from({ length: 20 }, (_, seed) => simulate(racing, { seed }).output);
    expect(new Set(outputs)).toEqual(new Set(["thread\nmain\n", "main\nthread\n"]));
  });

  test("means the same schedule for ever: it must not change without a note in the changelog", () => {
    const schedules = [1, 2, 3, 4].map((seed) => simulate(racing, { seed }).schedule);
    expect(schedules).toEqual(["i1:1=t0,2=t1", "i1:2=t0,3=t1,4=t0,5=t1", "i1:2=t0,3=t1", "i1:1=t0"]);
  });
});

describe("work", () => {
  test("takes time, which other threads see", () => {
    const working = function* (): Blocking<number> {
      const sleeper = function* (): Blocking<void> {
        yield* time.sleep(1);
        yield* print("slept");
      };
      const thread = new threading.Thread({ target: sleeper });
      yield* thread.start();
      yield* time.work(3);
      yield* print("worked");
      yield* thread.join();
      return time.monotonic();
    };
    const run = simulate(working, { clock: "frozen" });
    expect([run.output, run.endingText]).toEqual(["worked\nslept\n", "returned 3"]);
  });

  test("is a number of seconds, and must be driven", () => {
    const wrong = (seconds: number) =>
      function* (): Blocking<void> {
        yield* time.work(seconds);
      };
    expect(() => simulate(wrong(-1))).toThrow("time.work(-1): work takes a number of seconds, 0 or more");
    expect(() => simulate(wrong(NaN))).toThrow("time.work(NaN): work takes a number of seconds, 0 or more");
    expect(simulate(wrong(Infinity)).ending).toEqual({ kind: "time limit", limit: 100_000_000 });
    const forgets = function* (): Blocking<void> {
      void time.work(1);
    };
    expect(() => simulate(forgets)).toThrow("time.work(…) was called but never driven");
  });
});

describe("a wrong use", () => {
  test.each<[SimulateOptions, string]>([
    [{ seed: 0.5 }, "seed is 0.5; it must be a whole number from 0 to 2^53 - 1"],
    [{ maxSteps: -1 }, "maxSteps is -1; it must be a whole number from 1 on"],
    [{ stdout: "file" as "terminal" }, 'stdout is "file"; it must be terminal or unbuffered'],
    [{ python: "4" }, 'unknown Python version "4": known are 3.8.18, 3.9.18, 3.10.13, 3.11.7, 3.12.1, 3.13.0, 3.14.2'],
  ])("of the options is one clear line: %j", (options, message) => {
    expect(() => simulate(program, options)).toThrow(new UsageError(message));
  });

  test("a scenario that is an async function, or none", () => {
    const promised = (async () => Promise.resolve()) as unknown as Scenario;
    expect(() => simulate(promised)).toThrow(
      "the scenario returned a Promise: it must be a generator function, function* main() { … }",
    );
    expect(() => simulate(null as unknown as Scenario)).toThrow(
      "the scenario is null; it must be a generator function: function* main() { … }",
    );
  });

  test("a mistake does not spoil the runs after it", () => {
    const main = function* (): Coroutine<void> {
      void print("forgotten");
      yield* asyncio.sleep(1);
    };
    const forgets = function* (): Blocking<void> {
      yield* asyncio.run(main());
    };
    expect(() => simulate(forgets)).toThrow(UsageError);
    expect(simulate(program).output).toBe("out\n");
  });
});
