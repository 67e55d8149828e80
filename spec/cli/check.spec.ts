/** `interloop check`: a scenario beside a Python program, what is printed where they agree and where they part, and what is said of wrong input. */
import { join } from "node:path";
import { defaultVersion, versions } from "interloop";
import { findPyodide } from "interloop/bridge";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "../architecture/sources.js";
import { interpreters } from "../bridge/live.js";
import { type Result, World } from "./world.js";

const world = new World();
/** The interpreter of the simulator's default version, on which every number is known. */
const judge = interpreters.find(({ version }) => version === defaultVersion);
const version = defaultVersion;
const bare = { PATH: join(world.folder, "none"), PYENV_ROOT: join(world.folder, "none") };

const scenario = (word: string): string => `import { asyncio, print, type Blocking, type Coroutine } from "interloop";
function* main(): Coroutine<void> {
  yield* asyncio.sleep(1);
  yield* print("${word}");
}
export default function* program(): Blocking<void> {
  yield* asyncio.run(main());
}
`;

const threads = `import { print, threading, type Blocking } from "interloop";
export default function* main(): Blocking<void> {
  const lock = new threading.Lock();
  let word = "nobody";
  function* other(): Blocking<void> {
    yield* lock.acquire();
    word = "other";
    yield* lock.release();
  }
  const thread = new threading.Thread({ target: other });
  yield* thread.start();
  yield* lock.acquire();
  const seen = word;
  yield* lock.release();
  yield* thread.join();
  yield* print(seen);
}
`;

const threadsProgram = (shown: string): string => `import threading
lock = threading.Lock()
word = "nobody"
def other():
    global word
    lock.acquire()
    word = "other"
    lock.release()
thread = threading.Thread(target=other)
thread.start()
lock.acquire()
seen = word
lock.release()
thread.join()
print(${shown})
`;

beforeAll(() => {
  const program =
    'import asyncio\nasync def main():\n    await asyncio.sleep(1)\n    print("one")\nasyncio.run(main())\n';
  world.write({
    "equal/scenario.ts": scenario("one"),
    "equal/program.py": program,
    "other/scenario.ts": scenario("two"),
    "other/program.py": program,
    "threads/scenario.ts": threads,
    "threads/program.py": threadsProgram("seen"),
    "outcomes/scenario.ts": threads,
    "outcomes/program.py": threadsProgram('seen.replace("nobody", "main")'),
    "no_program/scenario.ts": threads,
    "no_scenario/program.py": program,
  });
});
afterAll(() => {
  world.remove();
});

/** Calls `interloop check` with the one interpreter, on a terminal of 100 columns. */
function check(...words: string[]): Promise<Result> {
  const stdout = { columns: 100, write: () => undefined };
  return world.call(["check", "--python-exe", judge?.path ?? "", ...words], { stdout });
}

describe.skipIf(judge === undefined)("both sides run", () => {
  test("and are equal: nothing to choose", async () => {
    expect(await check("equal")).toEqual({
      code: 0,
      stdout: expect.stringMatching(
        new RegExp(`^CPython ${version.replaceAll(".", "\\.")}: equal, 1 schedule, \\d+ events\\n$`),
      ) as string,
      stderr: "",
    });
  });

  test("and are equal: the same outcomes, and equal traces on random schedules", async () => {
    const { code, stdout } = await check("threads", "--seeds", "3");
    expect([code, stdout.replace(/\d+ events/, "N events")]).toEqual([
      0,
      `CPython ${version}: equal, 4 schedules, N events; 2 outcomes on both sides in 5 executions\n`,
    ]);
  });

  test("and part: the first difference, with what both had before and what it follows from", async () => {
    const { code, stdout, stderr } = await check("other");
    expect([code, stderr]).toEqual([1, ""]);
    expect(stdout).toBe(`CPython ${version}: different, 1 schedule, 46 events
  first difference: event 18, on schedule i1:
    both: 1.000000004 t0 loop.select <-12 loop="event loop 1" timeout=0
    both: 1.000000005 t0 ready.run <-14 loop="event loop 1" what="Task-1"
    both: 1.000000005 t0 handle.cancel <-16 handle="_set_result_unless_cancelled()"
  the simulator                                   | CPython
  1.000000005 t0 write <-16 stream="stdout" text= | 1.000000005 t0 write <-16 stream="stdout" text=
  "two\\n"                                         | "one\\n"
  because of 1.000000005 t0 ready.run <-14 loop=" | because of 1.000000005 t0 ready.run <-14 loop="
  event loop 1" what="Task-1"                     | event loop 1" what="Task-1"
  because of 1.000000004 t0 ready.append <-12 loo | because of 1.000000004 t0 ready.append <-12 loo
  p="event loop 1" what="Task-1"                  | p="event loop 1" what="Task-1"
  because of 1.000000004 t0 ready.run <-11 loop=" | because of 1.000000004 t0 ready.run <-11 loop="
  event loop 1" what="_set_result_unless_cancelle | event loop 1" what="_set_result_unless_cancelle
  d()"                                            | d()"
  because of 1.000000004 t0 ready.append <-10 loo | because of 1.000000004 t0 ready.append <-10 loo
  p="event loop 1" what="_set_result_unless_cance | p="event loop 1" what="_set_result_unless_cance
  lled()"                                         | lled()"
  because of 1.000000003 t0 thread.wake <-9 by="t | because of 1.000000003 t0 thread.wake <-9 by="t
  ime"                                            | ime"
  because of 1.000000003 -- clock.advance <-0     | because of 1.000000003 -- clock.advance <-0
`);
  });

  test("and have different outcomes: each side's own", async () => {
    const { code, stdout } = await check("outcomes", "--seeds", "0");
    expect([code, stdout.replace(/\d+ events/, "N events")]).toEqual([
      1,
      `CPython ${version}: different, 1 schedule, N events; 1 outcome on both sides in 5 executions
  only CPython has this outcome:
    | returned
    | main
  only the simulator has this outcome:
    | returned
    | nobody
`,
    ]);
    const without = await check("outcomes", "--seeds", "0", "--max", "0");
    expect([without.code, without.stdout.replace(/\d+ events/, "N events")]).toEqual([
      0,
      `CPython ${version}: equal, 1 schedule, N events\n`,
    ]);
  });

  test("and are told as JSON", async () => {
    const equal = await check("threads", "--seeds", "1", "--json");
    expect([equal.code, JSON.parse(equal.stdout)]).toEqual([
      0,
      {
        schema: 1,
        case: "threads",
        equal: true,
        versions: [
          {
            version,
            schedules: 2,
            events: expect.any(Number) as number,
            difference: null,
            outcomes: { executions: 5, common: 2, onlyReal: [], onlySimulated: [] },
          },
        ],
      },
    ]);
    const different = await check("other", "--json");
    expect([different.code, JSON.parse(different.stdout)]).toMatchObject([
      1,
      {
        equal: false,
        versions: [
          { difference: { schedule: "i1:", difference: { what: expect.stringMatching(/^event \d+$/) as string } } },
        ],
      },
    ]);
  });
});

describe("wrong input is one line", () => {
  const right = "a case is a folder with scenario.ts and program.py";
  test.each([
    [["nowhere"], `nowhere: there is no such folder; ${right}`],
    [["equal/program.py"], `equal/program.py: this is no folder; ${right}`],
    [["no_program"], `no_program: it has no program.py; ${right}`],
    [["no_scenario"], `no_scenario: it has no scenario.ts; ${right}`],
    [["equal", "--python", "3.7"], `unknown Python version "3.7": known are ${versions.join(", ")}`],
    [
      ["equal", "--python-exe", "none"],
      "none: there is no such interpreter; name a CPython of 3.8 or later, with its GIL",
    ],
  ])("%j", async (words, line) => {
    expect(await world.call(["check", ...words])).toEqual({ code: 2, stdout: "", stderr: `interloop: ${line}\n` });
  });
});

const embedded = findPyodide(root);
describe.skipIf(embedded === undefined)("where there is only the embedded Python", () => {
  const said = `interloop: no right Python was found: this is CPython ${embedded?.version ?? ""} of the npm package pyodide, without threads\n`;

  test("it judges programs without threads", async () => {
    const { code, stdout, stderr } = await world.call(["check", "equal"], { env: bare });
    expect([code, stdout.replace(/\d+ events/, "N events"), stderr]).toEqual([
      0,
      `CPython ${embedded?.version ?? ""}: equal, 1 schedule, N events\n`,
      said,
    ]);
  });

  test("and refuses others", async () => {
    const { code, stdout, stderr } = await world.call(["check", "threads"], { env: bare });
    const { version: own = "" } = embedded ?? {};
    expect([code, stdout, stderr.replace(world.folder, "…")]).toEqual([
      2,
      "",
      `${said}interloop: …/threads/program.py: it starts a thread, which the CPython ${own} of the npm package pyodide cannot do: install a real Python ${own}\n`,
    ]);
  });
});
