/** Real programs, run, explored and replayed by the library. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ExplorePythonOptions, explorePython, PythonExploration, replayPython, runPython } from "interloop/bridge";
import { UsageError, type Report } from "interloop";
import { World } from "../cli/world.js";
import { interpreters, newest, noPython } from "./live.js";

const world = new World();
const on = { pythonExe: newest.path, cwd: world.folder };

beforeAll(() => {
  world.write({
    // Two words in either order.
    "two.py": `
import threading
def say(word):
    print(word)
other = threading.Thread(target=say, args=("other",))
other.start()
say("main")
other.join()
`,
    // An update is lost only between two lines.
    "lost.py": `
import threading
count = 0
def add():
    global count
    before = count
    count = before + 1
threads = [threading.Thread(target=add) for _ in range(2)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(count)
`,
    "locks.py": `
import threading
a, b = threading.Lock(), threading.Lock()
def take(first, second):
    with first:
        with second:
            pass
other = threading.Thread(target=take, args=(a, b))
other.start()
take(b, a)
other.join()
print("done")
`,
    // What an earlier run has left decides.
    "memory.py": `
import os
seen = os.path.exists("seen")
open("seen", "w").close()
print("again" if seen else "first")
`,
    // One of two orders leads into a loop that does nothing visible.
    "spin.py": `
import threading
flag = []
def work():
    flag.append(1)
other = threading.Thread(target=work)
other.start()
lock = threading.Lock()
with lock:
    early = not flag
while early:
    pass
other.join()
print("fine")
`,
    "raises.py": "raise ValueError('no')\n",
  });
});
afterAll(() => {
  world.remove();
});

async function outcomes(file: string, options: ExplorePythonOptions = {}): Promise<Report> {
  return explorePython(file, { ...on, ...options });
}

/** What can be said of a report on every machine: everything but how many repeats came before their turn. */
function outputsOf({ outcomes: all }: Report): string[] {
  return all.map(({ output, ending }) => `${ending.kind}: ${output}`);
}

describe.skipIf(noPython)("exploring", () => {
  test("finds every outcome, each with a schedule that gives it again", async () => {
    const report = await outcomes("two.py");
    expect(report).toMatchObject({ verdict: "exhausted", reason: "every schedule was run", complete: true });
    expect(report).toMatchObject({ python: newest.version, strategy: "exhaustive", seed: null, preemptions: null });
    expect(outputsOf(report)).toEqual(["returned: other\nmain\n", "returned: main\nother\n"]);
    for (const { schedule, output } of report.outcomes) {
      expect(await replayPython("two.py", schedule, on)).toMatchObject({ output, schedule, endingText: "returned" });
    }
  });

  test("gives the same report however many executions go on at a time", async () => {
    const one = await outcomes("two.py", { jobs: 1 });
    expect(await outcomes("two.py", { jobs: 4 })).toEqual(one);
    expect(one.executions).toBeGreaterThan(5);
    const random = await outcomes("two.py", { jobs: 1, strategy: "random", seed: 3, maxExecutions: 40 });
    expect(random).toMatchObject({ executions: 40, seed: 3, verdict: "inconclusive" });
    expect(await outcomes("two.py", { jobs: 4, strategy: "random", seed: 3, maxExecutions: 40 })).toEqual(random);
  });

  test("can be bounded by preemptions, and looks at few of them first", async () => {
    const report = await outcomes("two.py", { preemptions: 0 });
    expect(report.reason).toBe("schedules with more than 0 preemptions were left out");
    expect(report.figures.preemptions).toBe(0);
  });

  test("between the lines, an update is lost that is not lost between operations", async () => {
    expect(outputsOf(await outcomes("lost.py", { preemptions: 1 }))).toEqual(["returned: 2\n"]);
    const lines = await outcomes("lost.py", { preemptions: 1, lines: true });
    expect(outputsOf(lines)).toEqual(["returned: 2\n", "returned: 1\n"]);
    const { schedule = "" } = lines.outcomes[1] ?? {};
    expect(await replayPython("lost.py", schedule, { ...on, lines: true })).toMatchObject({ output: "1\n" });
  });

  test.each(interpreters.map(({ version, path }) => [version, path] as const))(
    "between the bytecodes too, on CPython %s",
    async (_version, pythonExe) => {
      const lines = await outcomes("lost.py", { pythonExe, preemptions: 1, lines: true });
      const opcodes = await outcomes("lost.py", { pythonExe, preemptions: 1, opcodes: true });
      expect([lines, opcodes].map(outputsOf)).toEqual([
        ["returned: 2\n", "returned: 1\n"],
        ["returned: 2\n", "returned: 1\n"],
      ]);
      expect(opcodes.figures.choices).toBeGreaterThan(lines.figures.choices);
    },
  );

  test("finds a deadlock", async () => {
    const report = await outcomes("locks.py");
    expect(report.verdict).toBe("failed");
    expect(outputsOf(report)).toEqual(["returned: done\n", "deadlock: "]);
    expect(report.outcomes[1]?.ending.text).toContain("cycle: MainThread → lock");
  });

  test("finds a program that is not the same each time", async () => {
    const report = await outcomes("memory.py");
    expect(report.verdict).toBe("failed");
    expect(outputsOf(report)).toEqual(["returned: first\n", "nondeterminism: again\n"]);
    expect(report.outcomes[1]?.ending.text).toBe(
      'uncontrolled nondeterminism: choice 0 was the end (returned, output "first\\n") before and ' +
        'is the end (returned, output "again\\n") now with the same choices so far; the program must not draw on what ' +
        "differs from run to run, such as random numbers without a seed, or files that it changes",
    );
  });

  test("gives up an execution that hangs, knows its schedule, and goes on with the others", async () => {
    const report = await outcomes("spin.py", { wallLimit: 1, preemptions: 1 });
    expect(outputsOf(report)).toEqual(["returned: fine\n", "stalled: "]);
    expect(report.verdict).toBe("inconclusive");
    expect(report.reason).toMatch(/; \d+ executions? (?:was|were) given up, having left the simulation or stalled$/);
    const { ending, schedule = "" } = report.outcomes[1] ?? {};
    expect(ending?.text).toContain("stalled: nothing was heard of the program for 1 s of real time, at spin.py: ");
    const replayed = await replayPython("spin.py", schedule, { ...on, wallLimit: 1 });
    expect(replayed.endingText).toMatch(/, at line 1[12] of spin\.py: /);
  });

  test("can be stopped in the middle of an execution", async () => {
    const stop = new AbortController();
    const exploration = await PythonExploration.start("spin.py", { ...on, wallLimit: 600, signal: stop.signal });
    try {
      const running = exploration.run();
      setTimeout(() => {
        stop.abort();
      }, 1000);
      await running;
      expect(exploration.report()).toMatchObject({ verdict: "inconclusive", reason: "the search was stopped" });
    } finally {
      await exploration.close();
    }
  });

  test("tells how far it is", async () => {
    const told: number[] = [];
    const onProgress = ({ executions, repeats }: { executions: number; repeats: number }): void => {
      told.push(executions + repeats);
    };
    const report = await outcomes("two.py", { strategy: "random", maxExecutions: 25, progressEvery: 10, onProgress });
    expect(told.slice(0, 2)).toEqual([10, 20]);
    expect(report.executions).toBe(25);
  });
});

describe.skipIf(noPython)("one run", () => {
  test("with a seed is the first execution of the random search with that seed", async () => {
    for (const seed of [0, 1, 2, 3]) {
      const run = await runPython("two.py", { ...on, seed });
      const report = await outcomes("two.py", { strategy: "random", seed, maxExecutions: 1 });
      expect(report.outcomes.map(({ schedule, output }) => [schedule, output])).toEqual([[run.schedule, run.output]]);
    }
  });

  test("has the trace when it is asked for", async () => {
    const run = await runPython("two.py", { ...on, trace: true });
    expect(run.trace?.header).toEqual({
      ...{ schema: 1, python: newest.version, clock: "linux", timing: "punctual", stdout: "terminal", debug: false },
    });
    const written = run.trace?.events.filter(({ kind }) => kind === "write");
    expect(written).toMatchObject([{ text: "other\n" }, { text: "main\n" }]);
    expect(run.trace?.events.map(({ seq }) => seq)).toEqual(run.trace?.events.map((_, at) => at + 1));
    expect(run.trace?.ending).toMatchObject({ ending: "returned", schedule: "i1:", steps: run.steps });
    expect((await runPython("two.py", on)).trace).toBeNull();
  });

  test("does not follow a schedule that does not fit", async () => {
    const run = await replayPython("two.py", "i1:0=t7", on);
    expect(run.ending).toMatchObject({ kind: "diverged", choice: 0, expected: "t7", possible: ["t1", "t0"] });
    const late = await replayPython("two.py", "i1:99=t1", on);
    expect(late.ending).toMatchObject({ kind: "diverged", choice: 99, expected: "t1" });
  });

  test.each(interpreters.map(({ version, path }) => [version, path] as const))(
    "on CPython %s",
    async (python, path) => {
      const run = await runPython("raises.py", { cwd: world.folder, pythonExe: path });
      expect(run).toMatchObject({ python, output: "", endingText: "raised ValueError: no" });
      expect(run.stderr).toMatch(
        /^Traceback \(most recent call last\):\n {2}File ".*raises\.py", line 1, in <module>\n/,
      );
    },
  );

  test("a failing schedule fails every time", async () => {
    const { outcomes: found } = await outcomes("locks.py");
    const schedule = found.find(({ failure }) => failure)?.schedule ?? "";
    const runs = await Promise.all([1, 2, 3].map(() => replayPython("locks.py", schedule, on)));
    expect(runs.map(({ ending }) => ending.kind)).toEqual(["deadlock", "deadlock", "deadlock"]);
  });
});

describe("wrong options are one line", () => {
  test.each([
    [{ wallLimit: 0 }, "wallLimit is 0; it must be a number of seconds above 0"],
    [{ jobs: 0 }, "jobs is 0; it must be a whole number from 1 on"],
    [{ maxSteps: 0 }, "maxSteps is 0; it must be a whole number from 1 on"],
    [{ clock: "fast" as "linux" }, 'clock is "fast"; it must be linux or frozen'],
    [{ lines: ["a-b"] }, '"a-b" is no name of a module; write such as threading or program'],
    [{ seed: 1 }, 'seed is for the random strategy: { strategy: "random", seed }'],
  ])("%j", async (options, line) => {
    const error: unknown = await outcomes("two.py", options).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UsageError);
    expect((error as UsageError).message).toBe(line);
  });
});
