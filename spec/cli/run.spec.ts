/** `interloop run` and `interloop replay`: what goes to which stream, and the exit codes. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseJsonl } from "../../src/trace/jsonl.js";
import { parseText } from "../../src/trace/text.js";
import { root } from "../architecture/sources.js";
import { HEAD, World } from "./world.js";

const world = new World();
beforeAll(() => {
  world.write({
    "two.ts": `${HEAD}
      function* say(name: string): Blocking<void> { yield* print(name); }
      export default function* main(): Blocking<void> {
        const other = new threading.Thread({ target: say, args: ["other"] });
        yield* other.start();
        yield* say("main");
        yield* other.join();
      }`,
    "exits.ts": `${HEAD}export default function* main(): Blocking<void> { yield* print("bye"); sys.exit(3); }`,
    "raises.ts": `${HEAD}export default function* main(): Blocking<void> {
      yield* print("before");
      throw new builtins.ValueError("bad");
    }`,
    "deadlock.ts": `${HEAD}export default function* main(): Blocking<void> {
      const lock = new threading.Lock();
      yield* print("first");
      yield* lock.acquire();
      yield* lock.acquire();
    }`,
    "endless.ts": `${HEAD}export default function* main(): Blocking<void> { for (;;) yield* time.sleep(1); }`,
    "threads.ts": `${HEAD}export default function* main(): Blocking<void> {
      for (;;) yield* new threading.Thread({ target: () => undefined }).start();
    }`,
    "fails.ts": `import assert from "node:assert/strict";\n${HEAD}import { check } from "./check.js";
function* body(): Coroutine<void> {
  yield* asyncio.sleep(1);
  yield* print("now");
  check(assert, 1 + 1);
}
export default function* main(): Blocking<void> {
  yield* asyncio.run(body());
}`,
    "check.ts": `import type assert from "node:assert/strict";
export function check(judge: typeof assert, sum: number): void {
  judge.equal(sum, 3, "arithmetic");
}`,
    "names.ts": `${HEAD}import { work as first } from "./names/first.js";
import { work as second } from "./names/second.js";
export default function* main(): Blocking<void> {
  for (const target of [first, second]) {
    const thread = new threading.Thread({ target });
    yield* print(thread.name);
    yield* thread.start();
    yield* thread.join();
  }
}`,
    "names/first.ts": "export function* work(): Generator<never, void> {}",
    "names/second.ts": "export function* work(): Generator<never, void> {}",
    "version.js": `const { asyncio, print, sys } = require("interloop");
      module.exports = function* main() { yield* print(sys.version_info(), require("node:path").basename(__filename)); };`,
    "old.mjs": `import { print } from "interloop"; export default function* main() { yield* print("module"); }`,
    "throws_text.ts": `${HEAD}export default function* main(): Blocking<void> { throw "a text"; }`,
  });
});
afterAll(() => {
  world.remove();
});

/** The events of a trace in the text form, without its first and last line. */
function kinds(text: string): string[] {
  return parseText(text).events.map((event) => event.kind);
}

test("the documented program prints what CPython prints, and nothing else", async () => {
  const file = join(root, "traces/run_coroutine_threadsafe/scenario.ts");
  expect(await world.call(["run", file])).toEqual({
    code: 0,
    stdout: [
      "Start Task; delay: 1.5; thread: MainThread",
      "Start Thread; delay: 1; thread: Thread-1 (run_forever)",
      "Done Thread; result: 1; thread: Thread-1 (run_forever)",
      "Done Task; result: 1.5; thread: MainThread",
      "Results:",
      "('Task', 1.5)",
      "('Thread', 1)",
      "",
    ].join("\n"),
    stderr: "",
  });
});

describe("a scenario is loaded", () => {
  test("from TypeScript, an ES module and a CommonJS module, in a folder where nothing is installed", async () => {
    expect(await world.call(["run", "old.mjs"])).toEqual({ code: 0, stdout: "module\n", stderr: "" });
    expect(await world.call(["run", "version.js", "--python", "3.11"])).toEqual({
      code: 0,
      stdout: "(3, 11, 7) version.js\n",
      stderr: "",
    });
  });

  test("with the names of its functions, also where two modules use the same one", async () => {
    expect((await world.call(["run", "names.ts"])).stdout).toBe("Thread-1 (work)\nThread-2 (work)\n");
  });
});

describe("each ending has its exit code", () => {
  test.each([
    ["two.ts", 0, "other\nmain\n", ""],
    ["exits.ts", 3, "bye\n", ""],
    ["raises.ts", 1, "before\n", "Traceback (most recent call last):\nValueError: bad\n"],
    [
      "deadlock.ts",
      101,
      "first\n",
      "interloop: deadlock: no thread can go on, and no time will free one\n" +
        "  MainThread: acquire lock, waits for lock 1 → MainThread\n" +
        "  cycle: MainThread → lock 1 → MainThread\n",
    ],
  ])("%s: %i", async (file, code, stdout, stderr) => {
    expect(await world.call(["run", file])).toEqual({ code, stdout, stderr });
  });

  test("and each limit, with the option that moves it", async () => {
    expect(await world.call(["run", "endless.ts", "--max-steps", "1_000"])).toEqual({
      code: 102,
      stdout: "",
      stderr:
        "interloop: step limit: 1000 steps without an end, often a spin loop or a loop that nothing stops; " +
        "raise --max-steps if the program needs more\n",
    });
    expect(await world.call(["run", "endless.ts", "--max-time", "2.5"])).toEqual({
      code: 103,
      stdout: "",
      stderr:
        "interloop: time limit: virtual time passed 2.5 s, often a loop that sleeps for ever; " +
        "raise --max-time if the program needs more\n",
    });
    expect(await world.call(["run", "threads.ts", "--max-threads", "5"])).toEqual({
      code: 104,
      stdout: "",
      stderr:
        "interloop: thread limit: more than 5 threads, often a thread started in a loop; " +
        "raise --max-threads if the program needs more\n",
    });
  });

  test("and so has a schedule that does not fit", async () => {
    expect(await world.call(["replay", "exits.ts", "i1:3=t1"])).toEqual({
      code: 105,
      stdout: "bye\n",
      stderr:
        "interloop: diverged: choice 3: the schedule says t1, possible: the end of the run, which has 0 choice points; " +
        "is it another scenario, or are the options others than those it was recorded with?\n",
    });
  });
});

describe("an error of JavaScript", () => {
  test("is shown with its stack in the sources, without the frames of Interloop and Node", async () => {
    const { code, stdout, stderr } = await world.call(["run", "fails.ts"]);
    expect([code, stdout]).toEqual([1, "now\n"]);
    expect(stderr).toMatch(
      /^interloop: an error of JavaScript ended the run\nAssertionError \[ERR_ASSERTION\]: arithmetic\n/,
    );
    expect(stderr.split("\n").filter((line) => line.startsWith("    at "))).toEqual([
      "    at check (check.ts:3:9)",
      "    at body (fails.ts:7:3)",
    ]);
  });

  test("that is no Error is shown too", async () => {
    expect(await world.call(["run", "throws_text.ts"])).toEqual({
      code: 1,
      stdout: "",
      stderr: "interloop: an error of JavaScript ended the run\nthrown: a text\n",
    });
  });
});

describe("schedules and seeds", () => {
  test("replay and run --schedule follow a schedule", async () => {
    const { stdout } = await world.call(["explore", "two.ts", "--json"]);
    const { outcomes } = JSON.parse(stdout) as { outcomes: { output: string; schedule: string }[] };
    expect(outcomes.map(({ output }) => output)).toEqual(["other\nmain\n", "main\nother\n"]);
    for (const { output, schedule } of outcomes) {
      for (const argv of [
        ["replay", "two.ts", schedule],
        ["run", "two.ts", "--schedule", schedule],
      ]) {
        expect(await world.call(argv)).toEqual({ code: 0, stdout: output, stderr: "" });
      }
    }
  });

  test("a seed gives one of the schedules, always the same", async () => {
    const seeds = Array.from({ length: 8 }, (_, seed) => String(seed));
    const runs = async (): Promise<string[]> => {
      const results = await Promise.all(seeds.map((seed) => world.call(["run", "two.ts", "--seed", seed])));
      return results.map(({ stdout }) => stdout);
    };
    const first = await runs();
    expect(new Set(first)).toEqual(new Set(["main\nother\n", "other\nmain\n"]));
    expect(await runs()).toEqual(first);
  });
});

describe("traces", () => {
  test("--trace writes the run's events as JSON Lines and leaves the output alone", async () => {
    expect(await world.call(["run", "two.ts", "--trace", "two.jsonl", "--clock", "frozen"])).toEqual({
      code: 0,
      stdout: "other\nmain\n",
      stderr: "",
    });
    const trace = parseJsonl(readFileSync(join(world.folder, "two.jsonl"), "utf8"));
    expect(trace.header).toMatchObject({ python: "3.13.0", clock: "frozen" });
    expect(trace.events.filter((event) => event.kind === "write")).toMatchObject([
      { text: "other\n" },
      { text: "main\n" },
    ]);
  });

  test("--format prints the trace instead of the output, with the same exit code", async () => {
    const text = await world.call(["run", "exits.ts", "--format", "text"]);
    const jsonl = await world.call(["run", "exits.ts", "--format", "jsonl"]);
    expect([text.code, jsonl.code]).toEqual([3, 3]);
    expect(kinds(text.stdout)).toEqual(["write", "interpreter.exit"]);
    expect(parseJsonl(jsonl.stdout)).toEqual(parseText(text.stdout));
  });
});
