/** `interloop py`: real programs from the command line, their outputs, their exit codes, and what is said of wrong input. */
import { chmodSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseJsonl } from "interloop";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newest, noPython } from "../bridge/live.js";
import { type Result, World } from "./world.js";

const world = new World();

beforeAll(() => {
  world.write({
    "two.py": `import threading
def say(word):
    print(word)
other = threading.Thread(target=say, args=("other",))
other.start()
say("main")
other.join()
`,
    "arguments.py": "import os, sys\nprint(sys.argv[1:], os.path.basename(os.getcwd()))\n",
    "syntax.py": 'print("never"\n',
    "raises.py": 'print("before")\nraise ValueError("no")\n',
    "exits.py": 'import sys\nprint("bye")\nsys.exit(3)\n',
    "message.py": 'import sys\nsys.exit("a reason")\n',
    "open_end.py": 'print("no newline", end="")\n',
    "bytes.py": 'import sys\nsys.stdout.buffer.write(b"a\\xff\\x80\\n\\xc3\\xa9\\n")\n',
    "spins.py": "def spin():\n    while True:\n        pass\nspin()\n",
    "sleeps.py": "import time\nwhile True:\n    time.sleep(1)\n",
    "never.py": `import threading
threading.Thread(target=threading.Event().wait, name="Waiter").start()
print("main is done")
`,
    "socket.py": 'import socket\nsocket.create_connection(("127.0.0.1", 9))\n',
    "leaves.py": "import os\nos._exit(5)\n",
    "lost.py": `import threading
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
  });
  mkdirSync(join(world.folder, "folder.py"));
});
afterAll(() => {
  world.remove();
});

/** Calls `interloop py COMMAND` with the newest interpreter there is. */
function py(command: string, ...words: string[]): Promise<Result> {
  return world.call(["py", command, "--python-exe", newest.path, ...words]);
}

describe.skipIf(noPython)("py run: what the program does", () => {
  test.each([
    ["raises.py", 1, "before\n", /^Traceback .*:\n {2}File ".*raises\.py", line 2, in <module>\n[^]*ValueError: no\n$/],
    ["syntax.py", 1, "", /^ {2}File ".*syntax\.py", line 1\n[^]*SyntaxError: .*\n$/],
    ["exits.py", 3, "bye\n", /^$/],
    ["message.py", 1, "", /^a reason\n$/],
    ["open_end.py", 0, "no newline", /^$/],
    ["bytes.py", 0, "a\xff\x80\n\xc3\xa9\n", /^$/],
    [
      "never.py",
      101,
      "main is done\n",
      /^interloop: deadlock: no thread can go on, and no time will free one\n[^]*Waiter/,
    ],
    ["sleeps.py", 103, "", /^interloop: time limit: virtual time passed 50 s, .*; raise --max-time if/],
    ["leaves.py", 108, "", /^interloop: escape: the program left the simulation: os\._exit\(5\); /],
    [
      "socket.py",
      108,
      "",
      /^interloop: escape: the program left the simulation: socket\.\w+ \(line 2 of socket\.py\); /,
    ],
  ])("%s: exit code %i", async (file, exit, output, complaint) => {
    const { code, stdout, stderr } = await py("run", "--max-time", "50", file);
    expect([code, stdout]).toEqual([exit, output]);
    expect(stderr).toMatch(complaint);
  });

  test("an endless loop is given up when its time is over", async () => {
    const { code, stdout, stderr } = await py("run", "--wall-limit", "1", "spins.py");
    expect([code, stdout]).toEqual([109, ""]);
    expect(stderr).toMatch(
      /^interloop: stalled: nothing was heard of the program for 1 s of real time, at line [23] of spins\.py, in spin: .*; raise --wall-limit if/,
    );
  });

  test("limits have exit codes of their own", async () => {
    expect((await py("run", "--max-steps", "5", "sleeps.py")).code).toBe(102);
    expect((await py("run", "--max-threads", "1", "two.py")).code).toBe(104);
    expect((await py("run", "--schedule", "i1:0=t9", "two.py")).code).toBe(105);
  });

  test("what stands after the program is the program's", async () => {
    const words = ["--seed", "-h", "--version", "--", "x y"];
    const { code, stdout } = await py("run", "--seed", "1", "arguments.py", ...words);
    const folder = world.folder.split("/").at(-1) ?? "";
    expect([code, stdout]).toEqual([0, `['--seed', '-h', '--version', '--', 'x y'] ${folder}\n`]);
    expect((await py("replay", "arguments.py", "i1:", ...words)).stdout).toBe(stdout);
    const explored = await py("explore", "arguments.py", ...words);
    expect(explored.stdout).toContain(
      `py replay --python ${newest.version} --python-exe ${newest.path} arguments.py 'i1:' --seed -h --version -- 'x y'\n`,
    );
  });

  test("a trace is written, or printed instead of the output", async () => {
    const { code, stdout } = await py("run", "--trace", "out.jsonl", "--format", "jsonl", "exits.py");
    const trace = parseJsonl(stdout);
    expect([code, readFileSync(join(world.folder, "out.jsonl"), "utf8")]).toEqual([3, stdout]);
    expect(trace.header).toMatchObject({ python: newest.version, clock: "linux" });
    expect(trace.ending).toMatchObject({ ending: "exited", text: "exited with status 3" });
    expect((await py("run", "--format", "text", "exits.py")).stdout).toContain("write");
  });

  test("a version can be chosen, and must be there", async () => {
    const minor = `3.${String(newest.minor)}`;
    expect((await py("run", "--python", minor, "exits.py")).code).toBe(3);
    expect(await py("run", "--python", "3.99", "exits.py")).toEqual({
      code: 2,
      stdout: "",
      stderr: `interloop: no Python 3.99 was found, only ${newest.version}: name one with --python-exe PATH or INTERLOOP_PYTHON=PATH\n`,
    });
  });
});

describe.skipIf(noPython)("py explore", () => {
  test("shows each outcome with the line that replays it", async () => {
    const { code, stdout, stderr } = await py("explore", "two.py");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^exhausted: every schedule was run\n2 outcomes in \d+ executions, 0\.0 s\n/);
    const lines = [...stdout.matchAll(/^ {3}interloop (py replay .*)$/gm)].map(([, line = ""]) => line);
    const flags = `--python ${newest.version} --python-exe ${newest.path}`;
    expect(lines.map((line) => line.replace(/'i1:.*'/, "S"))).toEqual([
      `py replay ${flags} two.py S`,
      `py replay ${flags} two.py S`,
    ]);
    const replayed = await Promise.all(lines.map((line) => world.call(line.replaceAll("'", "").split(" "))));
    expect(replayed).toEqual([
      { code: 0, stdout: "other\nmain\n", stderr: "" },
      { code: 0, stdout: "main\nother\n", stderr: "" },
    ]);
  });

  test("the line has the options that the outcome needs", async () => {
    const options = ["--clock", "frozen", "--lines", "--lines-of", "queue,json", "--debug", "--preemptions", "1"];
    const { code, stdout } = await py("explore", ...options, "lost.py");
    expect(code).toBe(3);
    const [, line = ""] = /\| 1\n {3}interloop (.*)\n/.exec(stdout) ?? [];
    expect(line).toContain(" --clock frozen --debug --python-exe ");
    expect(line).toContain(" --lines --lines-of queue,json lost.py 'i1:");
    expect(await world.call(line.replaceAll("'", "").split(" "))).toEqual({ code: 0, stdout: "1\n", stderr: "" });
  });

  test("prints one object with --json, of the shape that explore has", async () => {
    const { code, stdout } = await py("explore", "--json", "--strategy", "random", "--max", "5", "bytes.py");
    expect(code).toBe(3);
    const report = JSON.parse(stdout) as { readonly outcomes: readonly { readonly output: string }[] };
    expect(Object.keys(report)).toEqual([
      ...["schema", "scenario", "python", "strategy", "verdict", "reason", "executions", "seconds", "outcomes"],
      ...["clock", "timing", "stdout", "preemptions", "seed", "complete", "figures"],
    ]);
    expect(report).toMatchObject({ scenario: "bytes.py", python: newest.version, strategy: "random", executions: 5 });
    expect(report.outcomes.map(({ output }) => output)).toEqual(["a\udcff\udc80\né\n"]);
  });

  test("shows bytes that are no text as such", async () => {
    expect((await py("explore", "bytes.py")).stdout).toContain("   | a\\xff\\x80\n   | é\n");
  });

  test("a program that is wrong fails like one that raises", async () => {
    const { code, stdout } = await py("explore", "syntax.py");
    expect(code).toBe(1);
    expect(stdout).toMatch(/^failed: 1 of 1 executions failed \(raised 1\); every schedule was run\n/);
    expect(stdout).toMatch(/1\. 1 execution \(100 %\): raised SyntaxError: /);
  });

  test("one that leaves the simulation or hangs proves nothing", async () => {
    const escaped = await py("explore", "leaves.py");
    expect([escaped.code, escaped.stdout.split("\n")[0]]).toEqual([
      3,
      "inconclusive: 1 execution was given up, having left the simulation or stalled",
    ]);
    const stalled = await py("explore", "--wall-limit", "0.5", "spins.py");
    expect(stalled.code).toBe(3);
    expect(stalled.stdout).toContain("real time, at spins.py, in spin: ");
    expect(stalled.stdout).toContain(" --wall-limit 0.5 spins.py 'i1:'\n");
  });
});

describe("wrong input is one line and exit code 2", () => {
  test.each([
    [[], "name a command of py: run, explore or replay; interloop py --help tells what they do"],
    [["rnu", "two.py"], "unknown command 'rnu' (Did you mean run?)"],
    [["profile"], "unknown command 'profile'; the commands of py are run, explore or replay"],
    [["run"], "missing required argument 'program'; see interloop py run --help"],
    [["replay", "two.py"], "missing required argument 'schedule'; see interloop py replay --help"],
    [
      ["replay", "two.py", "t1"],
      'schedule "t1": it does not begin with i1:: write i1: and then INDEX=CHOICE pairs with commas between, such as i1:3=t1,7=time',
    ],
    [["run", "--loud", "two.py"], "unknown option '--loud'; see interloop py run --help"],
    [["explore", "--seed", "1", "two.py"], "--seed is for random schedules; add --strategy random"],
    [["run", "--python", "snake", "two.py"], 'Python version "snake": write it as 3.13 or 3.13.0'],
    [["run", "--wall-limit", "0", "two.py"], '--wall-limit "0": it must be a number of seconds above 0'],
    [["run", "--lines-of", "a-b", "two.py"], '"a-b" is no name of a module; write such as threading or program'],
    [["run", "none.py"], "none.py: there is no such file; name a Python program"],
    [["explore", "none.py"], "none.py: there is no such file; name a Python program"],
    [["run", "folder.py/"], "folder.py/: this is a folder; name the program in it, such as folder.py/program.py"],
    [["run", "/dev/null"], "/dev/null: this is no regular file; name a Python program"],
    [
      ["run", "--python-exe", "none", "two.py"],
      "none: there is no such interpreter; name a CPython of 3.8 or later, with its GIL",
    ],
  ])("%j", async (words, line) => {
    expect(await world.call(["py", ...words])).toEqual({ code: 2, stdout: "", stderr: `interloop: ${line}\n` });
  });

  test("no interpreter", async () => {
    const env = { PATH: join(world.folder, "bin"), PYENV_ROOT: join(world.folder, "pyenv") };
    expect(await world.call(["py", "run", "--python", "3.12", "two.py"], { env })).toEqual({
      code: 2,
      stdout: "",
      stderr:
        "interloop: no CPython of 3.8 or later was found: name one with --python-exe PATH or INTERLOOP_PYTHON=PATH, " +
        "put python3 on PATH, or install one with pyenv; programs without threads also run on the npm package pyodide\n",
    });
  });

  // Whoever may read everything cannot be refused.
  test.skipIf(process.getuid?.() === 0)("a program that may not be read", async () => {
    world.write({ "secret.py": "" });
    chmodSync(join(world.folder, "secret.py"), 0);
    expect(await world.call(["py", "run", "secret.py"])).toMatchObject({
      code: 2,
      stderr: "interloop: secret.py: it may not be read\n",
    });
  });
});

test("help tells the options, the exit codes and where interpreters come from", async () => {
  const { code, stdout } = await world.call(["py", "run", "--help"]);
  expect(code).toBe(0);
  for (const words of ["--python-exe <path>", "--lines-of <modules>", "--wall-limit <seconds>", "  108  ", "  109  "]) {
    expect(stdout).toContain(words);
  }
  expect((await world.call(["py", "--help"])).stdout).toContain("INTERLOOP_PYTHON");
});
