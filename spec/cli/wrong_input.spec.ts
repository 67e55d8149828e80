/** Wrong input of every kind: one line that says what is wrong and what would be right, and exit code 2. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HEAD, World } from "./world.js";

const world = new World();
afterAll(() => {
  world.remove();
});

/** What is said on standard error; the exit code must be 2 and standard output empty. */
async function complaint(...argv: string[]): Promise<string> {
  const { code, stdout, stderr } = await world.call(argv);
  expect([code, stdout]).toEqual([2, ""]);
  return stderr;
}

/** The complaint about a scenario with this text, which is on line 2. */
async function complaintAbout(text: string, ...options: string[]): Promise<string> {
  world.write({ "scenario.ts": HEAD + text });
  return complaint("run", "scenario.ts", ...options);
}

const main = (body: string): string => `export default function* main(): Blocking<void> { ${body} }`;
const coroutine = (body: string): string =>
  `function* body(): Coroutine<void> { ${body} }\n${main("yield* asyncio.run(body());")}`;

describe("words of the command line", () => {
  beforeAll(() => {
    world.write({ "fine.ts": HEAD + main("") });
  });

  test.each([
    [[], "name a command: run, explore, replay, py, check or diff-versions; interloop --help tells what they do"],
    [["rnu"], "unknown command 'rnu' (Did you mean run?)"],
    [["profile"], "unknown command 'profile'; the commands are run, explore, replay, py, check or diff-versions"],
    [["--loud"], "unknown option '--loud'; see interloop --help"],
    [["run"], "missing required argument 'file'; see interloop run --help"],
    [["replay", "fine.ts"], "missing required argument 'schedule'; see interloop replay --help"],
    [
      ["run", "fine.ts", "other.ts"],
      "too many arguments for 'run'. Expected 1 argument but got 2; see interloop run --help",
    ],
    [["run", "fine.ts", "--sed", "3"], "unknown option '--sed' (Did you mean --seed?)"],
    [["run", "fine.ts", "--verbose"], "unknown option '--verbose'; see interloop run --help"],
    [["run", "fine.ts", "--seed"], "option '--seed <n>' argument missing; see interloop run --help"],
    [["run", "fine.ts", "--seed", "x"], '--seed "x": it must be a whole number from 0 to 2^53 - 1'],
    [["run", "fine.ts", "--seed", "1.5"], '--seed "1.5": it must be a whole number from 0 to 2^53 - 1'],
    [["run", "fine.ts", "--seed", "1e17"], '--seed "1e17": it must be a whole number from 0 to 2^53 - 1'],
    [["run", "fine.ts", "--max-steps", "0"], '--max-steps "0": it must be a whole number from 1 to 2^53 - 1'],
    [["run", "fine.ts", "--max-time", "soon"], '--max-time "soon": it must be a number of seconds above 0'],
    [["run", "fine.ts", "--clock", "fast"], '--clock "fast": it must be linux or frozen'],
    [["run", "fine.ts", "--timing", "late"], '--timing "late": it must be punctual or lagging'],
    [["run", "fine.ts", "--stdout", "file"], '--stdout "file": it must be terminal or unbuffered'],
    [["run", "fine.ts", "--format", "xml"], '--format "xml": it must be text or jsonl'],
    [
      ["run", "fine.ts", "--python", "3.7"],
      'unknown Python version "3.7": known are 3.8.18, 3.9.18, 3.10.13, 3.11.7, 3.12.1, 3.13.0, 3.14.2',
    ],
    [
      ["run", "fine.ts", "--seed", "1", "--schedule", "i1:"],
      "option '--seed <n>' cannot be used with option '--schedule <schedule>'; see interloop run --help",
    ],
    [
      ["run", "fine.ts", "--trace", "no/where.jsonl"],
      "--trace no/where.jsonl: cannot be written: there is no such folder",
    ],
    [["run", "fine.ts", "--trace", "."], "--trace .: cannot be written: it is a folder; name a file"],
    [["explore", "fine.ts", "--strategy", "luck"], '--strategy "luck": it must be exhaustive or random'],
    [["explore", "fine.ts", "--max", "0"], '--max "0": it must be a whole number from 1 to 2^53 - 1'],
    [["explore", "fine.ts", "--preemptions", "-1"], '--preemptions "-1": it must be a whole number from 0 to 2^53 - 1'],
    [["explore", "fine.ts", "--seed", "1"], "--seed is for random schedules; add --strategy random"],
    [
      ["explore", "fine.ts", "--strategy", "random", "--preemptions", "1"],
      "--preemptions is for --strategy exhaustive; random has no bound",
    ],
    [
      ["explore", "fine.ts", "--all", "--json"],
      "option '--all' cannot be used with option '--json'; see interloop explore --help",
    ],
  ])("%j", async (argv, line) => {
    expect(await complaint(...argv)).toBe(`interloop: ${line}\n`);
  });
});

describe("a damaged schedule", () => {
  test.each([
    [
      "",
      `schedule "": it does not begin with i1:: write i1: and then INDEX=CHOICE pairs with commas between, such as i1:3=t1,7=time`,
    ],
    [
      "v2:3=t1",
      `schedule "v2:3=t1": it does not begin with i1:: write i1: and then INDEX=CHOICE pairs with commas between, such as i1:3=t1,7=time`,
    ],
    [
      "i1:3=t1,7",
      `schedule, entry 2 (character 9), "7": it is not INDEX=CHOICE, where INDEX is a number and CHOICE is tN, time or a number`,
    ],
    ["i1:3=t1,2=t0", `schedule, entry 2 (character 9), "2=t0": choice 2 stands after choice 3; they must ascend`],
  ])("%j", async (schedule, line) => {
    world.write({ "fine.ts": HEAD + main("") });
    expect(await complaint("replay", "fine.ts", schedule)).toBe(`interloop: ${line}\n`);
    expect(await complaint("run", "fine.ts", "--schedule", schedule)).toBe(`interloop: ${line}\n`);
  });
});

describe("a file that is no scenario", () => {
  const right = "write export default function* main(): Blocking<void> { … }";

  test("because there is none, because it is a folder, or something else", async () => {
    mkdirSync(join(world.folder, "case"));
    world.write({ "program.py": "" });
    expect(await complaint("run", "none.ts")).toBe(
      "interloop: none.ts: there is no such file; name a TypeScript or JavaScript module that exports a scenario\n",
    );
    expect(await complaint("explore", "case/")).toBe(
      "interloop: case/: this is a folder; name the module in it, such as case/scenario.ts\n",
    );
    expect(await complaint("replay", "program.py", "i1:")).toBe(
      "interloop: program.py: this is no TypeScript or JavaScript module; " +
        "its name must end in .ts, .mts, .cts, .tsx, .js, .mjs, .cjs, .jsx\n",
    );
  });

  test.each([
    ["export const main = 1;", "scenario.ts: no default export; "],
    ["export default 42;", "scenario.ts: the default export is 42, but a scenario is a generator function; "],
    ['export default "main";', "scenario.ts: the default export is a text, but a scenario is a generator function; "],
    [
      "export default { main: 1 };",
      "scenario.ts: the default export is an object of class Object, but a scenario is a generator function; ",
    ],
    [
      "export default function main() {}",
      "scenario.ts: the default export is a plain function, but a scenario is a generator function; ",
    ],
    [
      "export default async () => {};",
      "scenario.ts: the default export is an async function, but a scenario is a generator function; ",
    ],
    [
      "export default async function* main() {}",
      "scenario.ts: the default export is an async function, but a scenario is a generator function; ",
    ],
    [
      "export default class Main {}",
      "scenario.ts: the default export is a class, but a scenario is a generator function; ",
    ],
    [
      "function* main() {}\nexport default main();",
      "scenario.ts: the default export is a generator that was called already, but a scenario is a generator function; ",
    ],
  ])("because of its default export: %s", async (text, line) => {
    expect(await complaintAbout(text)).toBe(`interloop: ${line}${right}\n`);
  });

  test.each([
    ["export default function* main() {\n  const = 3;\n}", '3:9: Expected identifier but found "="'],
    ['import "./nowhere.js";', '2:8: cannot find "./nowhere.js": there is no such file'],
    [
      'import "no-such-package-anywhere";',
      '2:8: cannot find "no-such-package-anywhere": install it beside the scenario',
    ],
    ["await 1;", "2:1: a scenario cannot await: no Promise enters the simulation"],
    ['throw new Error("boom\\n  twice");', "2:7: the module threw while it was loaded: Error: boom twice"],
    ["null.x;", "2:6: the module threw while it was loaded: TypeError: Cannot read properties of null (reading 'x')"],
    [
      "asyncio.get_running_loop();",
      "2:9: the module threw while it was loaded: UsageError: no run is going on: " +
        "call this inside a scenario that simulate(), explore() or the command line runs",
    ],
  ])("because it does not load: %s", async (text, line) => {
    expect(await complaintAbout(text)).toBe(`interloop: scenario.ts:${line}\n`);
  });

  test("because it imports what interloop does not export, with the place where that is", async () => {
    world.write({
      "import.ts": 'import { sleep } from "interloop";\nexport default function* main() { yield* sleep(1); }',
    });
    expect(await complaint("run", "import.ts")).toBe(
      "interloop: import.ts:1:10: interloop exports no sleep; write asyncio.sleep or time.sleep\n",
    );
  });

  test("and the module with the mistake is named, not the one that imports it", async () => {
    world.write({
      "outer.ts": 'import { work } from "./lib/inner.js";\nexport default work;',
      "lib/inner.ts": "export function* work() {}\n\n  throw new RangeError('too far');",
    });
    expect(await complaint("run", "outer.ts")).toBe(
      `interloop: ${join("lib", "inner.ts")}:3:9: the module threw while it was loaded: RangeError: too far\n`,
    );
  });
});

describe("a scenario that yields what is no call of Python", () => {
  test.each([
    [
      "yield Promise.resolve(1) as never;",
      "MainThread yielded an object of class Promise: a thread yields only through `yield*` of a blocking call; no Promise enters the simulation",
    ],
    ["yield 42 as never;", "MainThread yielded 42: a thread yields only through `yield*` of a blocking call"],
  ])("in a thread: %s", async (body, line) => {
    expect(await complaintAbout(main(body))).toBe(`interloop: ${line}\n`);
  });

  test.each([
    ["yield 42 as never;", "RuntimeError: Task got bad yield: 42"],
    ["yield Promise.resolve(1) as never;", "RuntimeError: Task got bad yield: <Promise object at 0x7f0000000040>"],
    [
      "yield* asyncio.new_event_loop().create_future();",
      "RuntimeError: Task <Task pending name='Task-1' coro=<coroutine()> cb=[_run_until_complete_cb()]> " +
        "got Future <Future pending> attached to a different loop",
    ],
    ["yield* asyncio.create_task(asyncio.get_running_loop() as never);", "TypeError: a coroutine was expected, got "],
  ])("in a coroutine, where Python raises: %s", async (body, line) => {
    world.write({ "scenario.ts": HEAD + coroutine(body) });
    const { code, stdout, stderr } = await world.call(["run", "scenario.ts"]);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^Traceback \(most recent call last\):\n/);
    expect(stderr).toContain(line);
  });

  test("and a coroutine that is awaited twice raises as in Python where no lint can see it", async () => {
    const twice = "const c = asyncio.sleep(1); yield* asyncio.create_task(c); yield* asyncio.create_task(c);";
    world.write({ "scenario.ts": HEAD + coroutine(twice) });
    expect(await world.call(["run", "scenario.ts"])).toEqual({
      code: 1,
      stdout: "",
      stderr: "Traceback (most recent call last):\nRuntimeError: cannot reuse already awaited coroutine\n",
    });
  });
});

describe("a forgotten yield*", () => {
  test("is found before the run, with its place and what to write", async () => {
    expect(await complaintAbout(main('print("lost");'))).toBe(
      "interloop: scenario.ts:2:51: print(…) is never driven, so nothing happens: write yield* print(…)\n",
    );
  });

  test("is one line for each", async () => {
    expect(await complaintAbout(main("time.sleep(1); time.sleep(2);"))).toBe(
      "interloop: scenario.ts:2:51: time.sleep(…) is never driven, so nothing happens: write yield* time.sleep(…)\n" +
        "interloop: scenario.ts:2:66: time.sleep(…) is never driven, so nothing happens: write yield* time.sleep(…)\n",
    );
  });

  test("is found by the run where the lint cannot know what is called", async () => {
    const scenario = `function* lose(lock: threading.Lock): Blocking<void> { lock.acquire(); yield* print(1); }\n`;
    expect(await complaintAbout(scenario + main("yield* lose(new threading.Lock());"))).toBe(
      "interloop: lock.acquire(…) was called but never driven, so nothing happened: write `yield* lock.acquire(…)`\n",
    );
  });

  test("that only some schedules reach is told with its schedule", async () => {
    world.write({
      "scenario.ts": `${HEAD}function* lose(lock: threading.Lock): Blocking<void> { lock.acquire(); yield* print(1); }
        let reached = "";
        function* second(): Blocking<void> { reached = "second"; yield* print(2); }
        ${main(
          'reached = ""; const thread = new threading.Thread({ target: second }); yield* thread.start(); ' +
            'yield* time.sleep(0); if (reached !== "second") yield* lose(new threading.Lock()); yield* thread.join();',
        )}`,
    });
    const { code, stderr } = await world.call(["explore", "scenario.ts"]);
    expect([code, stderr.split("\n").length]).toEqual([2, 2]);
    expect(stderr).toMatch(
      /^interloop: lock\.acquire\(…\) was called but never driven, so nothing happened: write `yield\* lock\.acquire\(…\)` \(in schedule i1:\d+=t0\)\n$/,
    );
  });
});
