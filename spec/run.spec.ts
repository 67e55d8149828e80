/** How a program begins and ends; and that it is the same run whether anybody watches or records it. */
import {
  asyncio,
  type Blocking,
  builtins,
  type Coroutine,
  print,
  print_kw,
  type Scenario,
  simulate,
  threading,
  UsageError,
} from "interloop";
import { beforeAll, describe, expect, test } from "vitest";
import { InterloopError } from "../src/kernel/errors.js";
import { endingText, prepare, type RunOptions } from "../src/run.js";
import { Recorder } from "../src/trace/recorder.js";
import { readCases } from "./conformance/recording.js";
import { runBoth } from "./judge.js";
import { Script } from "./kernel/bare.js";

/** Everything that can be seen of a run. */
function look(scenario: Scenario, options: RunOptions, watched: boolean, recorded: boolean): object {
  const recorder = recorded ? new Recorder() : null;
  const chooser = watched ? new Script() : null;
  const execution = prepare(scenario, { ...options, chooser, observer: recorder });
  const { kernel, interpreter } = execution;
  recorder?.attach(kernel);
  const seen = (): object => {
    const [output, stderr] = [interpreter.stdout.output, interpreter.stderr.output];
    return { output, stderr, time: kernel.now, steps: kernel.steps, decisions: kernel.decisions.length };
  };
  try {
    const text = endingText(execution, kernel.run());
    return { text, ...seen() };
  } catch (error) {
    if (!(error instanceof InterloopError)) throw error;
    return { text: error.message, ...seen() };
  } finally {
    traces.push(recorder?.events ?? []);
  }
}

let traces: unknown[] = [];

describe("a run of the default schedule is the same, watched or not, recorded or not", () => {
  const programs = new Map<string, Scenario>();
  beforeAll(async () => {
    for (const { name, scenario } of readCases()) {
      if (scenario === null) continue;
      const module = (await import(/* @vite-ignore */ scenario)) as { readonly default: Scenario };
      programs.set(name, module.default);
    }
  });

  const limits = { maxSteps: 20_000, maxTime: 1_000_000 };
  test.each<RunOptions>([
    { python: "3.8" },
    { python: "3.13" },
    { python: "3.11", clock: "frozen" },
    { python: "3.12", debug: true, stdout: "unbuffered" },
  ])("every judge case with %o", (options) => {
    expect(programs.size).toBeGreaterThan(100);
    for (const [name, scenario] of programs) {
      traces = [];
      const [alone, ...others] = [0, 1, 2, 3].map((bits) =>
        look(scenario, { ...limits, ...options }, (bits & 1) > 0, (bits & 2) > 0),
      );
      for (const other of others) expect({ name, ...other }).toEqual({ name, ...alone });
      const [, , recorded, both] = traces;
      expect([name, both]).toEqual([name, recorded]);
    }
  });
});

describe("a program that ends", () => {
  test("has what it printed without a newline, too", () => {
    const run = runBoth(function* (): Blocking<string> {
      yield* print_kw({ end: "" }, "no newline");
      yield* print_kw({ end: "", file: "stderr" }, "none there");
      return "value";
    });
    expect([run.output, run.stderr, run.endingText]).toEqual(["no newline", "none there", "returned 'value'"]);
  });

  test("by an exception prints it to standard error, and says it in its ending", () => {
    const run = runBoth(function* (): Blocking<void> {
      yield* print("before");
      throw new builtins.KeyError("key");
    });
    expect([run.output, run.stderr]).toEqual(["before\n", "Traceback (most recent call last):\nKeyError: 'key'\n"]);
    expect([run.ending.kind, run.endingText]).toEqual(["raised", "raised KeyError: 'key'"]);
  });

  test("by an error of JavaScript ends at once: no other thread goes on, and nothing is printed of it", () => {
    const error = new RangeError("an error of JavaScript");
    const run = runBoth(function* (): Blocking<void> {
      yield* new threading.Thread({ daemon: true, target: () => new threading.Event().wait() }).start();
      try {
        throw error;
      } finally {
        yield* print("finally");
      }
    });
    expect([run.ending, run.output, run.stderr]).toEqual([{ kind: "raised", exception: error }, "finally\n", ""]);
  });

  test("by an error of JavaScript in a callback ends before anything else is done", () => {
    const error = new RangeError("in a callback");
    const run = runBoth(function* (): Blocking<void> {
      const main = function* (): Coroutine<void> {
        asyncio.get_running_loop().call_soon(() => {
          throw error;
        });
        try {
          yield* asyncio.sleep(1);
        } finally {
          yield* print("never");
        }
      };
      yield* asyncio.run(main());
    });
    expect([run.ending, run.output]).toEqual([{ kind: "raised", exception: error }, ""]);
  });

  test("tells of coroutines that were never awaited, and of exceptions that nobody looked at, in this order", () => {
    const run = runBoth(function* (): Blocking<void> {
      const main = function* (): Coroutine<void> {
        void asyncio.sleep(1);
        const fails = function* (): Coroutine<void> {
          yield* asyncio.sleep(0);
          throw new builtins.ValueError("unseen");
        };
        asyncio.create_task(fails());
        yield* asyncio.sleep(1);
      };
      yield* asyncio.run(main());
    });
    expect(run.stderr.replace(/coro=.*/, "…")).toBe(
      [
        "<scenario>:1: RuntimeWarning: coroutine 'sleep' was never awaited",
        "Task exception was never retrieved",
        "future: <Task finished name='Task-2' …",
        "Traceback (most recent call last):",
        "ValueError: unseen",
        "",
      ].join("\n"),
    );
  });
});

describe("a scenario that is none", () => {
  test.each<[string, unknown, string]>([
    ["a plain function", () => 5, "number"],
    ["a function that returns nothing", () => undefined, "undefined"],
    ["an async function", async () => Promise.resolve(), "a Promise"],
  ])("%s", (_title, scenario, what) => {
    const text = `the scenario returned ${what}: it must be a generator function, function* main() { … }`;
    expect(() => simulate(scenario as Scenario)).toThrow(new UsageError(text));
  });
});
