import {
  type Blocking,
  builtins,
  Exploration,
  explore,
  exploreThreads,
  type ExploreOptions,
  Operation,
  print,
  type Progress,
  raise,
  replay,
  type Report,
  type Scenario,
  SharedObject,
  type Syscall,
  sys,
  threading,
  type ThreadProgram,
  time,
  UsageError,
} from "interloop";
import { describe, expect, test } from "vitest";
import { atomicIncrements, racyIncrements } from "./programs.js";

/** A thread and the main thread each print a word; nothing orders the two. */
function* twoPrints(): Blocking<void> {
  const body = function* (): Blocking<void> {
    yield* print("thread");
  };
  const thread = new threading.Thread({ target: body });
  yield* thread.start();
  yield* print("main");
  yield* thread.join();
}

function endings(report: Report): string[] {
  return report.outcomes.map(({ ending, output }) => `${ending.text}: ${JSON.stringify(output)}`);
}

describe("a report", () => {
  test("is plain data: what was explored and how, the verdict, and the outcomes", () => {
    const report = explore(twoPrints, { python: "3.12" });
    expect(report).toEqual({
      schema: 1,
      python: "3.12.1",
      clock: "linux",
      timing: "punctual",
      stdout: "terminal",
      strategy: "exhaustive",
      preemptions: null,
      seed: null,
      verdict: "exhausted",
      reason: "every schedule was run",
      complete: true,
      executions: report.executions,
      outcomes: report.outcomes,
      figures: report.figures,
    });
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    expect(report.outcomes.reduce((sum, { count }) => sum + count, 0)).toBe(report.executions);
    expect(endings(report)).toEqual(['returned: "thread\\nmain\\n"', 'returned: "main\\nthread\\n"']);
  });

  test("gives each outcome a schedule that leads to it", () => {
    for (const outcome of explore(twoPrints).outcomes) {
      const run = replay(twoPrints, outcome.schedule);
      const { output, stderr, steps, time: end, preemptions } = outcome;
      expect(run).toMatchObject({ output, stderr, steps, time: end, preemptions, endingText: outcome.ending.text });
    }
  });

  test("keeps what went to standard error apart", () => {
    const scenario = function* (): Blocking<void> {
      yield* print("out");
      raise(new builtins.ValueError("wrong"));
    };
    expect(explore(scenario).outcomes).toMatchObject([
      {
        output: "out\n",
        stderr: "Traceback (most recent call last):\nValueError: wrong\n",
        ending: { kind: "raised", text: "raised ValueError: wrong" },
        failure: true,
        count: 1,
      },
    ]);
  });
});

describe("the verdict is failed when an execution", () => {
  const failing: readonly (readonly [name: string, kind: string, scenario: Scenario])[] = [
    ["ends by an exception in the main thread", "raised", function* () { raise(new builtins.KeyError("k")); }], // prettier-ignore
    ["exits with a status other than 0", "exited", function* () { sys.exit(3); }], // prettier-ignore
    ["is stuck", "deadlock", function* () { yield* new threading.Event().wait(); }], // prettier-ignore
  ];
  test.each(failing)("%s", (_, kind, scenario) => {
    const report = explore(scenario);
    expect([report.verdict, report.complete]).toEqual(["failed", true]);
    expect(report.reason).toBe(`1 of 1 executions failed (${kind} 1); every schedule was run`);
    expect(report.outcomes.map(({ failure }) => failure)).toEqual([true]);
  });

  test("and not when it exits with status 0, or when another thread ends by an exception", () => {
    const exits = function* (): Blocking<void> {
      sys.exit(0);
    };
    expect(explore(exits).verdict).toBe("exhausted");
    const thrower = function* (): Blocking<void> {
      const body = function* (): Blocking<void> {
        raise(new builtins.ValueError("in a thread"));
      };
      const thread = new threading.Thread({ target: body });
      yield* thread.start();
      yield* thread.join();
    };
    expect(explore(thrower).verdict).toBe("exhausted");
  });

  test("goes on after a failure, so that the other outcomes are found too", () => {
    let value = 0;
    const racing = function* (): Blocking<void> {
      value = 0;
      const body = function* (): Blocking<void> {
        value = 1;
      };
      const thread = new threading.Thread({ target: body });
      yield* thread.start();
      if (value === 0) raise(new builtins.RuntimeError("too early"));
      yield* thread.join();
    };
    const report = explore(racing);
    expect(endings(report)).toEqual(['returned: ""', 'raised RuntimeError: too early: ""']);
    expect(report.verdict).toBe("failed");
  });
});

describe("the verdict is inconclusive when", () => {
  const inconclusive = (report: Report): [string, boolean, string] => [report.verdict, report.complete, report.reason];

  test("the search ends after its number of executions", () => {
    expect(inconclusive(exploreThreads(atomicIncrements(2, 2), { maxExecutions: 5 }))).toEqual([
      "inconclusive",
      false,
      "the search ended after 5 executions, its limit (maxExecutions)",
    ]);
  });

  test("but not when that is exactly the number of schedules", () => {
    const report = exploreThreads(atomicIncrements(2, 2), { maxExecutions: 6 });
    expect([report.verdict, report.executions]).toEqual(["exhausted", 6]);
  });

  test("an execution was cut off at a limit, since nobody knows how it would have ended", () => {
    const spins = function* (): Blocking<void> {
      for (;;) yield* time.sleep(0);
    };
    const report = explore(spins, { maxSteps: 50 });
    expect(inconclusive(report)).toEqual(["inconclusive", false, "1 execution was cut off at a limit"]);
    expect(report.outcomes[0]?.ending.kind).toBe("step limit");
    const sleeps = function* (): Blocking<void> {
      for (;;) yield* time.sleep(1);
    };
    expect(explore(sleeps, { maxTime: 100 }).outcomes[0]?.ending.kind).toBe("time limit");
    const spawns = function* (): Blocking<void> {
      for (;;) yield* new threading.Thread().start();
    };
    expect(explore(spawns, { maxThreads: 5, preemptions: 0 }).outcomes[0]?.ending.kind).toBe("thread limit");
  });

  test("an execution takes more than 100,000 steps, unless told otherwise", () => {
    const spins = function* (): Blocking<void> {
      for (;;) yield* time.sleep(0);
    };
    expect(explore(spins).outcomes[0]?.ending.text).toBe(
      "step limit: 100000 steps without an end, often a spin loop or a loop that nothing stops; raise maxSteps if the program needs more",
    );
  });

  test("it is stopped, with what was found so far", () => {
    let asked = 0;
    const report = exploreThreads(racyIncrements(2, 2), { stop: () => asked++ === 10 });
    expect(inconclusive(report)).toEqual(["inconclusive", false, "the search was stopped"]);
    expect(report.executions + report.figures.repeats).toBe(10);
  });

  test("there are more outcomes than anybody could read", () => {
    // 10 threads that finish in any order: 10! orders, each an outcome of its own.
    const report = exploreThreads(
      (kernel) => {
        const order: number[] = [];
        for (let id = 0; id < 10; id++) {
          kernel.spawn(
            (function* () {
              order.push(id);
            })(),
            String(id),
          );
        }
        return () => order.join();
      },
      { maxExecutions: 20_000 },
    );
    expect(report.outcomes.length).toBe(10_000);
    expect(report.reason).toBe("the search ended after 10000 different outcomes");
  });
});

describe("a scenario that draws on something outside the simulation", () => {
  test("is found when a choice has other ways than before", () => {
    let calls = 0;
    const report = exploreThreads((kernel) => atomicIncrements(++calls === 1 ? 2 : 3, 1)(kernel));
    expect([report.verdict, report.complete]).toEqual(["failed", false]);
    expect(report.reason).toBe(
      "1 of 2 executions failed (nondeterminism 1); the search was given up; the scenario is not deterministic, so a schedule can mean several runs",
    );
    expect(report.outcomes.find(({ failure }) => failure)?.ending.text).toBe(
      "uncontrolled nondeterminism: choice 0 was t0 or t1 before and is t0 or t1 or t2 now with the same choices so far; the scenario must not use Math.random, Date, or state that survives a run",
    );
  });

  test("is found when a choice has as many ways as before, but other threads", () => {
    let calls = 0;
    const program: ThreadProgram = (kernel) => {
      const touch = new Operation("touch", new SharedObject("thing"), "write");
      const once = function* (): Generator<Syscall, void, unknown> {
        yield touch;
      };
      const threads = ["a", "b", "c"].map((name) => kernel.spawn(once(), name));
      for (const thread of threads) kernel.prime(thread);
      // One of the three is gone from the beginning, in another execution another one.
      const left = threads.filter((_, at) => at !== (calls === 0 ? 2 : 1));
      calls++;
      for (const thread of threads) if (!left.includes(thread)) kernel.prime(thread);
      return () => "";
    };
    const report = exploreThreads(program);
    expect(report.outcomes.find(({ failure }) => failure)?.ending.text).toMatch(
      /^uncontrolled nondeterminism: choice 0 was t0 or t1 before and is t0 or t2 now /,
    );
  });

  test("is found when a choice that was there before is not reached", () => {
    let calls = 0;
    const scenario = function* (): Blocking<void> {
      if (++calls > 2) return;
      yield* twoPrints();
    };
    const report = explore(scenario);
    expect(report.outcomes.find(({ failure }) => failure)?.ending.text).toMatch(
      /^uncontrolled nondeterminism: choice 0 was t1 or t0 before and is not reached, since the run ends before it now /,
    );
  });

  test("is found when it only prints something else: each outcome's schedule is run once more at the end", () => {
    let calls = 0;
    const scenario = function* (): Blocking<void> {
      yield* print(`call ${String(++calls)}`);
    };
    const report = explore(scenario);
    expect(report.verdict).toBe("failed");
    expect(endings(report)).toContain(
      'uncontrolled nondeterminism: choice 0 was the end (returned, output "call 1\\n") before and is the end (returned, output "call 2\\n") now with the same choices so far; the scenario must not use Math.random, Date, or state that survives a run: "call 2\\n"',
    );
  });
});

describe("a wrong use", () => {
  test("of the scenario is an error that names the schedule which shows it", () => {
    let main = false;
    const forgets = function* (): Blocking<void> {
      main = false;
      const body = function* (): Blocking<void> {
        if (main) void print("a forgotten yield*");
        yield* time.sleep(0);
      };
      const thread = new threading.Thread({ target: body });
      yield* thread.start();
      main = true;
      yield* thread.join();
    };
    expect(() => explore(forgets)).toThrow(
      new UsageError(
        "print(…) was called but never driven, so nothing happened: write `yield* print(…)` (in schedule i1:0=t0)",
      ),
    );
  });

  test.each<[ExploreOptions, string]>([
    [{ strategy: "clever" as "random" }, 'strategy is "clever"; it must be exhaustive or random'],
    [{ preemptions: -1 }, "preemptions is -1; it must be a whole number from 0 on"],
    [{ preemptions: 1.5 }, "preemptions is 1.5; it must be a whole number from 0 on"],
    [{ strategy: "random", preemptions: 2 }, "preemptions is for the exhaustive strategy; random has no bound"],
    [{ seed: 1 }, 'seed is for the random strategy: { strategy: "random", seed }'],
    [{ strategy: "random", seed: -1 }, "seed is -1; it must be a whole number from 0 to 2^53 - 1"],
    [{ maxExecutions: 0 }, "maxExecutions is 0; it must be a whole number from 1 on"],
    [{ progressEvery: 0 }, "progressEvery is 0; it must be a whole number from 1 on"],
    [{ maxSteps: 0 }, "maxSteps is 0; it must be a whole number from 1 on"],
    [{ maxThreads: NaN }, "maxThreads is NaN; it must be a whole number from 1 on"],
    [{ maxTime: 0 }, "maxTime is 0; it must be a number of seconds above 0"],
    [{ clock: "sun" as "linux" }, 'clock is "sun"; it must be linux or frozen'],
    [{ timing: "late" as "lagging" }, 'timing is "late"; it must be punctual or lagging'],
    [{ stdout: "pipe" as "terminal" }, 'stdout is "pipe"; it must be terminal or unbuffered'],
    [
      { python: "3.7" },
      'unknown Python version "3.7": known are 3.8.18, 3.9.18, 3.10.13, 3.11.7, 3.12.1, 3.13.0, 3.14.2',
    ],
  ])("of the options is one clear line: %j", (options, message) => {
    expect(() => explore(twoPrints, options)).toThrow(new UsageError(message));
  });

  test("a scenario that is no generator function", () => {
    expect(() => explore(undefined as unknown as Scenario)).toThrow(
      "the scenario is undefined; it must be a generator function: function* main() { … }",
    );
    expect(() => explore((() => 1) as unknown as Scenario)).toThrow(
      "the scenario returned number: it must be a generator function, function* main() { … }",
    );
    expect(() => exploreThreads(null as unknown as () => () => void)).toThrow(
      "the program is object; it must be a function of a kernel",
    );
  });
});

describe("a long search", () => {
  test("tells how far it is", () => {
    const seen: Progress[] = [];
    const report = exploreThreads(racyIncrements(2, 3), {
      progressEvery: 200,
      onProgress: (progress) => seen.push(progress),
    });
    expect(seen.map(({ executions, repeats }) => executions + repeats)).toEqual([200, 400, 600, 800, 1000]);
    expect(seen[0]).toEqual({
      // Up to 0, 1 and 2 preemptions there are 2, 12 and 62 schedules: 76 executions that count 62. Of the 124 since then 24 have no more than 2.
      executions: 162,
      repeats: 38,
      outcomes: 4,
      failures: 0,
      maxExecutions: 100_000,
      phase: "all schedules",
      fraction: seen[0]?.fraction,
    });
    const fractions = seen.map(({ fraction }) => fraction ?? -1);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.every((fraction) => fraction >= 0 && fraction < 1)).toBe(true);
    expect(report.executions).toBe(924);
  });

  test("can be run in slices, with the same report at the end", () => {
    const exploration = new Exploration(twoPrints);
    const slices: boolean[] = [];
    for (let over = false; !over; slices.push(over)) over = exploration.run(3);
    expect(slices.length).toBeGreaterThan(2);
    expect(slices.filter(Boolean)).toEqual([true]);
    expect(exploration.report()).toEqual(explore(twoPrints));
  });

  test("has a report at any time, which says that it is not final", () => {
    const exploration = new Exploration(twoPrints);
    exploration.run(1);
    expect(exploration.report()).toMatchObject({
      verdict: "inconclusive",
      reason: "the search is still going on",
      executions: 1,
      complete: false,
    });
    expect(exploration.progress()).toMatchObject({
      executions: 1,
      repeats: 0,
      outcomes: 1,
      phase: "up to 0 preemptions",
    });
  });
});

describe("a strategy of one's own", () => {
  test("sees what every thread is about to do, each step, and what came of an execution", () => {
    const seen: string[] = [];
    let executions = 0;
    const report = exploreThreads(racyIncrements(2, 1), {
      strategy: {
        name: "last first",
        begin: () => executions++ === 0,
        choose: (point, kernel) => {
          const pending = kernel.threads.map(({ name, pending: operation }) =>
            operation === null ? `${name} done` : `${name} ${operation.name} (${operation.access})`,
          );
          seen.push(`choose of ${String(point.threads.length)}: ${pending.join(", ")}`);
          return point.count - 1;
        },
        step: (thread) => seen.push(`${thread.name} does ${thread.pending?.name ?? "its first step"}`),
        end: (kernel, ending) => {
          seen.push(`${ending.kind}, ${String(kernel.preemptions)} preemptions`);
          return ending;
        },
        cut: () => "one schedule only",
        advance: () => ({ phase: "once", fraction: null }),
      },
    });
    expect(seen).toEqual([
      "T0 does begin",
      "T1 does begin",
      "choose of 2: T0 read (read), T1 read (read)",
      "T1 does read",
      "choose of 2: T0 read (read), T1 write (write)",
      "T0 does read",
      "choose of 2: T0 write (write), T1 write (write)",
      "T1 does write",
      "T0 does write",
      "returned, 2 preemptions",
    ]);
    expect(report).toMatchObject({
      strategy: "last first",
      verdict: "inconclusive",
      reason: "one schedule only",
      executions: 1,
    });
    expect(report.outcomes).toMatchObject([{ output: "1", schedule: "i1:0=t1,1=t0,2=t1" }]);
  });
});
