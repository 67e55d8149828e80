/** The embedded interpreter: programs without threads behave on it as on the others, and what it cannot do is said. */
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { KernelBug, UsageError } from "interloop";
import {
  type Agent,
  explorePython,
  findPyodide,
  type Job,
  replayPython,
  runPython,
  selectInterpreter,
  startAgent,
} from "interloop/bridge";
import { recorded } from "../../src/judge/real.js";
import { limits } from "../../traces/recorder/record.js";
import { readRecordings } from "../../traces/recorder/recording.js";
import { World } from "../cli/world.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Fakes } from "./fakes.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const embedded = findPyodide(root);
const absent = embedded === undefined;
if (absent)
  process.stdout.write("The npm package pyodide is not installed: the specs of the embedded Python were left out.\n");

const folder = realpathSync(mkdtempSync(join(tmpdir(), "interloop-embedded-")));
const fakes = new Fakes();
/** A machine without any interpreter. */
const bare = { PATH: join(folder, "none"), PYENV_ROOT: join(folder, "none") };

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  fakes.remove();
});

/** Writes a program. @returns its path */
function program(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe.skipIf(absent)("which interpreter is taken", () => {
  const select = async (options: object): Promise<unknown> => selectInterpreter({ env: bare, cwd: root, ...options });

  test("where there is none it is the embedded one, also for its own version", async () => {
    expect(await select({})).toEqual(embedded);
    expect(await select({ python: "3.14" })).toEqual(embedded);
    expect(await select({ python: embedded?.version })).toEqual(embedded);
  });

  test("where there are others it is one of those, but not of another version than is wanted", async () => {
    const path = fakes.python("bin/python3", "3.12.1");
    const env = { ...bare, PATH: [bare.PATH, dirname(path)].join(delimiter) };
    expect(await select({ env })).toMatchObject({ version: "3.12.1" });
    expect(await select({ env, python: "3.12" })).toMatchObject({ version: "3.12.1" });
    expect(await select({ env, python: "3.14" })).toEqual(embedded);
  });

  test("it never stands in for one that was asked for, nor where it may not", async () => {
    const path = fakes.python("own/python3", "3.12.1");
    const none =
      "no CPython of 3.8 or later was found: name one with --python-exe PATH or INTERLOOP_PYTHON=PATH, " +
      "put python3 on PATH, or install one with pyenv; programs without threads also run on the npm package pyodide";
    await expect(select({ pyodide: false })).rejects.toThrow(new UsageError(none));
    await expect(select({ python: "3.12" })).rejects.toThrow(new UsageError(none));
    await expect(select({ pythonExe: path, python: "3.14" })).rejects.toThrow(
      new UsageError("no Python 3.14 was found, only 3.12.1: name one with --python-exe PATH or INTERLOOP_PYTHON=PATH"),
    );
  });
});

describe.skipIf(absent)("programs without threads", () => {
  let agent: Agent;
  beforeAll(async () => {
    agent = await startAgent(embedded as NonNullable<typeof embedded>, { trace: true });
  });
  afterAll(() => agent.close());

  test.each(["call_soon_order", "timer_order", "gather_results", "task_never_retrieved"])(
    "print, end and are traced as on another interpreter: %s",
    async (name) => {
      const path = join(root, "traces", name);
      const file = readRecordings(path).find(({ cpython }) => cpython.includes("3.13.0"));
      const options = { ...limits, cwd: path };
      expect(await recorded(agent, join(path, "program.py"), options, [])).toEqual(file?.usual);
    },
  );

  test("each execution begins with a fresh interpreter", async () => {
    const path = program(
      "fresh.py",
      "import asyncio, builtins, os, sys\nprint(hasattr(asyncio, 'mark'), hasattr(builtins, 'mark'), os.environ.get('MARK'))\n" +
        "asyncio.mark = builtins.mark = os.environ['MARK'] = 'here'\nprint(id(object()), hash('text'))\n",
    );
    const [first, second] = await Promise.all([agent.execute(jobOf(path)), agent.execute(jobOf(path))]);
    expect(first?.output).toMatch(/^False False None\n/);
    expect(second).toEqual(first);
  });

  test("a choice can be asked, and whoever is asked can end the run instead", async () => {
    const path = join(root, "traces", "all_tasks_members", "program.py");
    const { decisions, ...job } = jobOf(path);
    const asked: string[] = [];
    const run = await agent.execute(
      { ...job, ask: true },
      ({ kind, count }) => asked.push(`${kind} ${String(count)}`) % 2,
    );
    expect(decisions).toEqual([]);
    expect(asked.length).toBeGreaterThan(0);
    expect(run.points?.map(([kind, count]) => `${kind} ${String(count)}`)).toEqual(asked);
    const ending = { kind: "nondeterminism", choice: 0, before: "a", now: "b" } as const;
    expect((await agent.execute({ ...job, ask: true }, () => ending)).ending).toEqual(ending);
  });

  test("closing it ends what is going on", async () => {
    const other = await startAgent(embedded as NonNullable<typeof embedded>);
    const going = other.execute(jobOf(program("spin.py", "while True: pass\n"))).catch((error: unknown) => error);
    await other.close();
    expect(await going).toEqual(new KernelBug("the agent was closed"));
    await expect(other.execute(jobOf("/none.py"))).rejects.toThrow("a job for an agent that was closed");
  });
});

/** A job on the default schedule. */
function jobOf(path: string): Job & { readonly decisions: readonly [] } {
  return {
    ...{ program: path, argv: [], cwd: dirname(path), clock: "linux", timing: "punctual", stdout: "terminal" },
    ...{ debug: false, maxSteps: 1000, maxTime: 1000, maxThreads: 10, lines: null, opcodes: false, trace: false },
    decisions: [],
  };
}

describe.skipIf(absent)("endings", () => {
  const run = (text: string, options = {}) =>
    runPython(program("program.py", text), { env: bare, cwd: root, wallLimit: 5, ...options });

  test("a thread is told in one line", async () => {
    const { ending, endingText, output } = await run(
      "import threading\nprint('before')\ntry:\n    threading.Thread(target=print).start()\nexcept BaseException:\n    print('never')\n",
    );
    expect(ending).toEqual({ kind: "escape", call: "threading.Thread.start (line 4 of program.py)" });
    expect(endingText).toBe(
      "escape: the program starts a thread: threading.Thread.start (line 4 of program.py); the embedded Python has none, " +
        "so install a real CPython of 3.8 or later and put it on PATH, or name it with pythonExe",
    );
    expect(output).toBe("before\n");
  });

  test.each([
    [
      "import asyncio\nasync def main():\n    await asyncio.to_thread(print)\nasyncio.run(main())\n",
      "threading.Thread.start (line 3 of program.py)",
    ],
    ["import subprocess\nsubprocess.run(['ls'])\n", "subprocess.Popen (line 2 of program.py)"],
    ["import os\nos._exit(3)\n", "os._exit(3)"],
  ])("what leaves the simulation escapes: %j", async (text, call) => {
    expect((await run(text)).ending).toEqual({ kind: "escape", call });
  });

  test("an endless loop has stalled, and it is told where", async () => {
    const { ending } = await run("def spin():\n    while True:\n        pass\nspin()\n", { wallLimit: 0.5 });
    expect(ending).toEqual({
      kind: "stalled",
      seconds: 0.5,
      place: expect.stringMatching(/^line [23] of program\.py, in spin$/) as string,
    });
  });

  test("an exception, an exit status and bytes come out as they are", async () => {
    const raised = await run("raise ValueError('no')\n");
    expect([raised.endingText, raised.stderr]).toEqual([
      "raised ValueError: no",
      `Traceback (most recent call last):\n  File "${join(folder, "program.py")}", line 1, in <module>\n    raise ValueError('no')\nValueError: no\n`,
    ]);
    const exited = await run("import sys\nsys.stdout.buffer.write(b'\\xff')\nsys.exit(3)\n");
    expect([exited.ending, exited.output]).toEqual([{ kind: "exited", code: 3 }, "\udcff"]);
  });

  test("it runs beside its own modules and its arguments", async () => {
    program("beside.py", "word = 'found'\n");
    const { output, python } = await run(
      "import sys, beside\nprint(beside.word, sys.argv[1:], sys.version.split()[0])\n",
      {
        argv: ["a b"],
      },
    );
    expect(output).toBe(`found ['a b'] ${python}\n`);
  });
});

describe.skipIf(absent)("searches and the command line", () => {
  test("outcomes are found, and replay", async () => {
    const choosy = program(
      "choosy.py",
      "import asyncio\nasync def main():\n    tasks = [asyncio.create_task(asyncio.sleep(1), name=name) for name in 'ab']\n" +
        "    print([task.get_name() for task in asyncio.all_tasks() if task in tasks])\nasyncio.run(main())\n",
    );
    const options = { env: bare, cwd: root, maxExecutions: 6 };
    const { python, outcomes } = await explorePython(choosy, options);
    expect(python).toBe(embedded?.version);
    const last = outcomes.at(-1);
    expect(outcomes.length).toBeGreaterThan(1);
    expect((await replayPython(choosy, last?.schedule ?? "", options)).output).toBe(last?.output);
  });

  test("the command line says which Python it is", async () => {
    const world = new World();
    try {
      world.write({ "program.py": "print('hello')\n" });
      const { code, stdout, stderr } = await world.call(["py", "run", "program.py"], { env: bare });
      expect([code, stdout]).toEqual([0, "hello\n"]);
      expect(stderr).toBe(
        `interloop: no right Python was found: this is CPython ${embedded?.version ?? ""} of the npm package pyodide, without threads\n`,
      );
    } finally {
      world.remove();
    }
  });
});
