/** Programs under the agent and under the plain interpreter: what they write, tracebacks included, and how they end must be the same. */
import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { explorePython, type Job, PythonAgent, type PythonInterpreter, type PythonResult } from "interloop/bridge";
import { World } from "../cli/world.js";
import { interpreters, newest, noPython } from "./live.js";

const folder = fileURLToPath(new URL("programs", import.meta.url));
const programs = readdirSync(folder).filter((name) => name.endsWith(".py"));

/** What can be compared of a run. */
interface Seen {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | string;
}

/** A text without addresses and numbers of threads. */
function normalised(text: string): string {
  return text
    .replace(/0x[0-9a-f]{6,}/g, "0x…")
    .replace(/\b(started|stopped)( daemon)? \d+/g, "$1$2 …")
    .replace(/owner=\d+/g, "owner=…");
}

function plain({ path }: PythonInterpreter, program: string): Promise<Seen> {
  const env = { ...process.env, PYTHONHASHSEED: "0", PYTHONIOENCODING: "utf-8:strict" };
  return new Promise((resolve) => {
    const options = { cwd: dirname(program), env, encoding: "buffer" as const, timeout: 60_000 };
    const child = execFile(path, ["-X", "utf8", "-B", program], options, (_error, stdout, stderr) => {
      const [out, err] = [stdout, stderr].map((bytes) => normalised(bytes.toString("latin1")));
      resolve({ stdout: out ?? "", stderr: err ?? "", code: child.exitCode ?? String(child.signalCode) });
    });
    child.stdin?.end();
  });
}

/** Bytes as the plain interpreter's are read here. */
function latin1(text: string): string {
  const bytes = Array.from(text, (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return code >= 0xdc80 && code <= 0xdcff ? Buffer.from([code - 0xdc00]) : Buffer.from(letter, "utf8");
  });
  return normalised(Buffer.concat(bytes).toString("latin1"));
}

function seen({ output, stderr, ending }: PythonResult): Seen {
  const codes: Record<string, number> = { returned: 0, raised: 1 };
  const code = ending.kind === "exited" ? ending.code : (codes[ending.kind] ?? JSON.stringify(ending));
  return { stdout: latin1(output), stderr: latin1(stderr), code };
}

function job(program: string): Job {
  return {
    ...{
      program,
      argv: [],
      cwd: dirname(program),
      clock: "linux",
      timing: "punctual",
      stdout: "terminal",
      debug: false,
    },
    ...{ maxSteps: 1_000_000, maxTime: 1e8, maxThreads: 100, lines: null, opcodes: false, trace: false },
    decisions: [],
  };
}

const world = new World();
afterAll(() => {
  world.remove();
});

function written(name: string, text: string): string {
  world.write({ [name]: text });
  return join(world.folder, name);
}

describe.each([...interpreters])("CPython $version", (interpreter) => {
  let agent: PythonAgent;
  beforeAll(async () => {
    agent = await PythonAgent.start(interpreter);
  });
  afterAll(() => agent.close());

  // The plain interpreter sleeps in real time, so a few go on at once.
  test.concurrent.each(programs)("%s", { timeout: 60_000 }, async (name) => {
    const program = join(folder, name);
    const [real, result] = await Promise.all([plain(interpreter, program), agent.execute(job(program))]);
    expect(seen(result)).toEqual(real);
  });

  test("random numbers, dates and clocks are those of the run", { timeout: 60_000 }, async () => {
    const program = written(
      "random_dates.py",
      `import datetime, os, random, secrets, time, uuid
print(random.random(), random.Random().random(), random.SystemRandom().random(), uuid.uuid4(), secrets.token_hex(4), os.urandom(2))
print(datetime.datetime.now(), datetime.date.today(), time.strftime("%Y"), type(datetime.datetime.now()) is datetime.datetime)
time.sleep(86400)
print(datetime.datetime.now(datetime.timezone.utc).date(), time.gmtime()[:3], time.clock_gettime(time.CLOCK_MONOTONIC))
`,
    );
    const first = await agent.execute(job(program));
    expect((await agent.execute(job(program))).output).toBe(first.output);
    const [, dates, later] = first.output.split("\n");
    expect(dates).toMatch(/^2023-11-1[45] \d\d:\d\d:20 2023-11-1[45] 2023 True$/);
    expect(later).toMatch(/^2023-11-15 \(2023, 11, 15\) 86400\.0000000\d+$/);
  });

  test.each([
    ["import socket; socket.socket()", "socket.socket"],
    ["import socket; socket.getaddrinfo('localhost', 1)", "socket.getaddrinfo"],
    ["import subprocess; subprocess.run(['true'])", "subprocess.Popen"],
    ["import multiprocessing; multiprocessing.get_context('fork').Process(target=print).start()", "os.fork"],
    [
      "import multiprocessing; multiprocessing.get_context('spawn').Process(target=print).start()",
      "_posixsubprocess.fork_exec",
    ],
    ["import select; select.select([], [], [], 1)", "select.select"],
    ["import signal; signal.alarm(1)", "signal.alarm"],
    ["import os; os.dup2(2, 1)", "os.dup2"],
    ["open(1, 'w')", "open(1)"],
    ["open('/dev/stdout', 'w')", "open('/dev/stdout')"],
  ])("%s is an escape that names the call and the line", async (line, call) => {
    const program = written("escape.py", `print("before")\n${line}\n`);
    const { ending, output } = await agent.execute(job(program));
    expect(ending).toEqual({ kind: "escape", call: `${call} (line 2 of escape.py)` });
    expect(output).toBe("before\n");
  });
});

test.skipIf(noPython)("the order of a program's own set is the same in two agents", async () => {
  const program = written(
    "addresses.py",
    "class A: pass\nall = [A() for _ in range(20)]\nprint([all.index(a) for a in set(all)])\n",
  );
  const outputs = await Promise.all(
    [1, 2].map(async () => {
      const agent = await PythonAgent.start(newest);
      const { output } = await agent.execute(job(program));
      await agent.close();
      return output;
    }),
  );
  expect(outputs[0]).toBe(outputs[1]);
});

describe.skipIf(noPython)("racy programs have exactly these outcomes", () => {
  const racy: readonly (readonly [string, string, readonly string[]])[] = [
    [
      "futures that are done already",
      `import concurrent.futures as cf
futures = [cf.Future() for _ in range(2)]
for number, future in enumerate(futures): future.set_result(number)
print(*[future.result() for future in cf.as_completed(futures)])
`,
      ["0 1\n", "1 0\n"],
    ],
    [
      "a pool of two threads",
      `import concurrent.futures as cf
order = []
with cf.ThreadPoolExecutor(2) as pool:
    pool.submit(order.append, "a")
    pool.submit(order.append, "b")
print(*order)
`,
      ["a b\n", "b a\n"],
    ],
    [
      "a thread and the main one",
      `import threading
thread = threading.Thread(target=print, args=("thread",))
thread.start()
print("main")
thread.join()
`,
      ["main\nthread\n", "thread\nmain\n"],
    ],
  ];
  test.each(racy)("%s", { timeout: 120_000 }, async (name, text, expected) => {
    const program = written(`${name.replaceAll(" ", "_")}.py`, text);
    const report = await explorePython(program, { pythonExe: newest.path, preemptions: 2, maxExecutions: 20_000 });
    expect(report.outcomes.map(({ output }) => output).sort()).toEqual(expected);
  });
});
