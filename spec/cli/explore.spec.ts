/** `interloop explore`: the report, its exit codes, the progress, and the end by Ctrl-C. */
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "../architecture/sources.js";
import { HEAD, World } from "./world.js";

const world = new World();

/** Two threads and one word each: two orders, both of which Python can give. */
const two = `
  function* say(word: string): Blocking<void> { yield* print(word); }
  export default function* main(): Blocking<void> {
    const other = new threading.Thread({ target: say, args: ["other"] });
    yield* other.start();
    yield* say("main");
    yield* other.join();
  }`;

beforeAll(() => {
  world.write({
    "two.ts": HEAD + two,
    "locks.ts": `${HEAD}
      function* take(first: threading.Lock, second: threading.Lock): Blocking<void> {
        yield* first.acquire();
        yield* second.acquire();
        yield* second.release();
        yield* first.release();
      }
      export default function* main(): Blocking<void> {
        const [a, b] = [new threading.Lock(), new threading.Lock()] as const;
        const other = new threading.Thread({ target: take, args: [a, b] });
        yield* other.start();
        yield* take(b, a);
        yield* other.join();
        yield* print("done");
      }`,
    "odd name.ts": `${HEAD}export default function* main(): Blocking<void> { for (;;) yield* time.sleep(0.5); }`,
    "streams.ts": `${HEAD}export default function* main(): Blocking<void> {
      yield* builtins.print_kw({ end: "" }, "a\\u001b[31m\\n\\nb");
      throw new builtins.KeyError("k");
    }`,
  });
});
afterAll(() => {
  world.remove();
});

/** How often an outcome came depends on how many operations a library call is made of; other specs count that. */
function withoutCounts(report: string): string {
  return report.replace(/\d+ executions?/g, "N executions").replace(/\([\d.]+ %\)/g, "(P %)");
}

test("each outcome is shown with its output, how often it came, and the line that replays it", async () => {
  const { code, stdout, stderr } = await world.call(["explore", "two.ts"]);
  const [, schedule = ""] = /'(i1:\d+=t0)'/.exec(stdout) ?? [];
  expect([code, stderr, withoutCounts(stdout)]).toEqual([
    0,
    "",
    `exhausted: every schedule was run
2 outcomes in N executions, 0.0 s
Python 3.13.0, strategy exhaustive

1. N executions (P %): returned
   | other
   | main
   interloop replay two.ts 'i1:' --python 3.13.0

2. N executions (P %): returned
   | main
   | other
   interloop replay two.ts '${schedule}' --python 3.13.0
`,
  ]);
  const counts = [...stdout.matchAll(/(\d+) executions/g)].map(([, number]) => Number(number));
  expect(counts).toEqual([(counts[1] ?? 0) + (counts[2] ?? 0), counts[1], counts[2]]);
  const replayed = await world.call(["replay", "two.ts", schedule, "--python", "3.13.0"]);
  expect(replayed).toEqual({ code: 0, stdout: "main\nother\n", stderr: "" });
});

test("a deadlock fails, and says who waits for whom", async () => {
  const { code, stdout } = await world.call(["explore", "locks.ts", "--preemptions", "1", "--stdout", "unbuffered"]);
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /^failed: \d+ of \d+ executions failed \(deadlock \d+\); schedules with more than 1 preemption were left out\n/,
  );
  expect(stdout).toContain("Python 3.13.0, stdout unbuffered, strategy exhaustive, at most 1 preemption\n");
  expect(stdout).toMatch(
    new RegExp(
      [
        "2\\. 1 execution \\([\\d.]+ %\\): deadlock: no thread can go on, and no time will free one",
        "     MainThread: acquire lock, waits for lock 1 → Thread-1 \\(take\\) → lock 2 → MainThread",
        "     Thread-1 \\(take\\): acquire lock, waits for lock 2 → MainThread → lock 1 → Thread-1 \\(take\\)",
        "     cycle: MainThread → lock 1 → Thread-1 \\(take\\) → lock 2 → MainThread",
        "   interloop replay locks.ts 'i1:[^']+' --python 3\\.13\\.0 --stdout unbuffered\n",
      ].join("\n"),
    ),
  );
});

test("the line that replays an outcome gives that outcome, with the options that it needs", async () => {
  const special = { command: "npx interloop" };
  const { code, stdout } = await world.call(
    ["explore", "odd name.ts", "--max-steps", "50", "--clock", "frozen", "--debug"],
    special,
  );
  expect(code).toBe(3);
  expect(stdout).toContain("inconclusive: 1 execution was cut off at a limit\n");
  expect(stdout).toContain(
    "   npx interloop replay 'odd name.ts' 'i1:' --python 3.13.0 --clock frozen --max-steps 50 --debug\n",
  );
  const replayed = await world.call([
    ...["replay", "odd name.ts", "i1:", "--python", "3.13.0", "--clock", "frozen", "--max-steps", "50", "--debug"],
  ]);
  expect(replayed.code).toBe(102);
});

test("both streams are shown, each behind its mark, and control characters do nothing", async () => {
  const { code, stdout } = await world.call(["explore", "streams.ts"]);
  expect(code).toBe(1);
  expect(stdout).toContain(`1. 1 execution (100 %): raised KeyError: 'k'
   | a\\x1b[31m
   |
   | b
   | (no newline at the end)
   ! Traceback (most recent call last):
   ! KeyError: 'k'
`);
});

test("--json prints one object", async () => {
  const { code, stdout } = await world.call([
    "explore",
    "two.ts",
    "--json",
    "--strategy",
    "random",
    "--max",
    "20",
    "--seed",
    "7",
  ]);
  expect(code).toBe(3);
  const report = JSON.parse(stdout) as { outcomes: { output: string; count: number }[] };
  expect(report).toMatchObject({
    schema: 1,
    scenario: "two.ts",
    python: "3.13.0",
    strategy: "random",
    verdict: "inconclusive",
    reason: "the search ended after 20 executions, its limit (--max)",
    executions: 20,
    seconds: 0,
    outcomes: [{ ending: { kind: "returned", text: "returned" } }, { failure: false }],
    seed: 7,
  });
  expect(new Set(report.outcomes.map(({ output }) => output))).toEqual(new Set(["other\nmain\n", "main\nother\n"]));
  expect(report.outcomes.reduce((sum, { count }) => sum + count, 0)).toBe(20);
  expect(Object.keys(report).slice(0, 9)).toEqual([
    ...["schema", "scenario", "python", "strategy", "verdict", "reason", "executions", "seconds", "outcomes"],
  ]);
});

test("the documented program has both orders of its first two lines, and torn lines with python3 -u", async () => {
  const file = join(root, "traces/run_coroutine_threadsafe/scenario.ts");
  const starts = async (...options: string[]): Promise<string[]> => {
    const { stdout } = await world.call(["explore", file, "--preemptions", "2", "--json", ...options]);
    const { outcomes } = JSON.parse(stdout) as { outcomes: { output: string }[] };
    return outcomes.map(({ output }) => output.split("Done Thread", 1)[0] ?? "");
  };
  const [task, thread] = [
    "Start Task; delay: 1.5; thread: MainThread",
    "Start Thread; delay: 1; thread: Thread-1 (run_forever)",
  ];
  expect(await starts()).toEqual([`${task}\n${thread}\n`, `${thread}\n${task}\n`]);
  expect(new Set(await starts("--stdout", "unbuffered"))).toEqual(
    new Set([`${task}\n${thread}\n`, `${thread}\n${task}\n`, `${task}${thread}\n\n`, `${thread}${task}\n\n`]),
  );
});

describe("many outcomes", () => {
  beforeAll(() => {
    world.write({
      "many.ts": `${HEAD}
        function* say(word: number): Blocking<void> { yield* print(word); }
        export default function* main(): Blocking<void> {
          for (const word of [1, 2, 3, 4]) yield* new threading.Thread({ target: say, args: [word] }).start();
          yield* say(5);
        }`,
    });
  });

  test("are cut, and --all shows them", async () => {
    const search = ["explore", "many.ts", "--preemptions", "2"];
    const { outcomes } = JSON.parse((await world.call([...search, "--json"])).stdout) as { outcomes: unknown[] };
    expect(outcomes.length).toBeGreaterThan(21);
    const few = (await world.call(search)).stdout;
    expect(few.match(/^\d+\. /gm)).toHaveLength(20);
    expect(few.split("\n").at(-2)).toBe(`${String(outcomes.length - 20)} more outcomes: --all shows them, --json too`);
    const all = (await world.call([...search, "--all"])).stdout;
    expect(all.match(/^\d+\. /gm)).toHaveLength(outcomes.length);
    expect(all).not.toContain("more outcome");
  });
});

describe("while the search goes on", () => {
  test("Ctrl-C ends it with what was found so far", async () => {
    let stop = (): void => undefined;
    let takenBack = 0;
    const { code, stdout } = await world.call(["explore", "locks.ts"], {
      onInterrupt(listener) {
        stop = listener;
        return () => takenBack++;
      },
      pause() {
        stop();
        return Promise.resolve();
      },
    });
    expect([code, takenBack]).toEqual([3, 1]);
    expect(stdout).toMatch(/^inconclusive: the search was stopped\n1 outcome in 1 execution, /);
  });

  test("a terminal has a progress line, which is gone at the end", async () => {
    let now = 0;
    const { stderr } = await world.call(["explore", "locks.ts"], {
      now: () => (now += 0.2),
      stderr: { write: () => undefined, isTTY: true, columns: 60 },
    });
    const lines = stderr.split("\r\u001b[2K");
    expect(lines.length).toBeGreaterThan(3);
    expect([lines[0], lines.at(-1)]).toEqual(["", ""]);
    for (const line of lines.slice(1, -1)) {
      expect(line).toMatch(/^(?:\d+ \w+ left, )?\d+ of 100,000 executions \(\d+\/s\)/);
      expect(line.length).toBeLessThan(60);
    }
  });

  test("a pipe has none", async () => {
    let now = 0;
    expect((await world.call(["explore", "two.ts"], { now: () => (now += 1) })).stderr).toBe("");
  });
});

test("colour is for terminals, and NO_COLOR and FORCE_COLOR overrule that", async () => {
  const stdout = { write: () => undefined, isTTY: true };
  const verdict = async (env: Record<string, string>, terminal = true): Promise<string | undefined> => {
    const result = await world.call(["explore", "two.ts"], terminal ? { stdout, env } : { env });
    return result.stdout.split("\n", 1)[0];
  };
  const [plain, painted] = [
    "exhausted: every schedule was run",
    "\u001b[1m\u001b[32mexhausted\u001b[39m\u001b[22m: every schedule was run",
  ];
  expect(await verdict({})).toBe(painted);
  expect(await verdict({}, false)).toBe(plain);
  expect(await verdict({ NO_COLOR: "1" })).toBe(plain);
  expect(await verdict({ TERM: "dumb" })).toBe(plain);
  expect(await verdict({ FORCE_COLOR: "1", NO_COLOR: "1" }, false)).toBe(painted);
  expect(await verdict({ FORCE_COLOR: "0" })).toBe(plain);
});
