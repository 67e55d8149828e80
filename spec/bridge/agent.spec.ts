/** The client of the agent, with agents that are none: what it sends, what it takes, and what it does when the other side fails. */
import { PythonAgent, type Job, type JobBody, type PythonInterpreter, type Question } from "interloop/bridge";
import { KernelBug, UsageError } from "interloop";
import { afterAll, expect, test } from "vitest";
import { Fakes } from "./fakes.js";

const fakes = new Fakes();
afterAll(() => {
  fakes.remove();
});

/** What every fake agent begins with: `say` sends a message, `onJob` is called with each line that comes. */
const HEAD = `
  const fs = require("node:fs"), net = require("node:net");
  const say = (job, message) => {
    const text = JSON.stringify(message);
    fs.writeSync(4, job + " . " + Buffer.byteLength(text) + "\\n" + text);
  };
  const hello = () => say(0, { type: "hello", protocol: 1, version: "3.13.0", pid: process.pid });
  const result = (job, extra) => say(job, { type: "result", ending: { kind: "returned" }, stdout: "", stderr: "", time: 0,
    steps: 1, preemptions: 0, decisions: [], choices: [], events: null, ...extra });
  const listen = (onLine) => {
    let rest = "";
    new net.Socket({ fd: 3 }).on("data", (data) => {
      const lines = (rest + data).split("\\n");
      rest = lines.pop();
      for (const line of lines) onLine(JSON.parse(line));
    });
  };
`;

const body: JobBody = {
  ...{ program: "/p.py", argv: [], cwd: "/", clock: "linux", timing: "punctual", stdout: "terminal", debug: false },
  ...{ maxSteps: 10, maxTime: 1, maxThreads: 2, lines: null, opcodes: false, trace: false },
};
const job: Job = { ...body, decisions: [] };

let fakeNumber = 0;
function fake(script: string): PythonInterpreter {
  return { path: fakes.node(`python${String(++fakeNumber)}`, HEAD + script), version: "3.13.0", minor: 13 };
}

/** Runs something with an agent, and ends the agent. */
async function withAgent<T>(script: string, act: (agent: PythonAgent) => Promise<T>, wallLimit = 60): Promise<T> {
  const agent = await PythonAgent.start(fake(script), { wallLimit });
  try {
    return await act(agent);
  } finally {
    await agent.close();
  }
}

async function failureOf(promise: Promise<unknown>): Promise<Error> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Error);
  return error as Error;
}

test("results belong to their jobs, in whatever order they come", async () => {
  const script = `
    const jobs = [];
    listen((job) => { jobs.push(job); if (jobs.length === 3) for (const { job: id, program } of jobs.reverse()) result(id, { stdout: program, steps: id }); });
    hello();`;
  const results = await withAgent(script, (agent) =>
    Promise.all(["/a", "/b", "/c"].map((program) => agent.execute({ ...job, program }))),
  );
  expect(results.map(({ output, steps }) => [output, steps])).toEqual([
    ["/a", 1],
    ["/b", 2],
    ["/c", 3],
  ]);
});

test("a result is taken over as it is; of an exception its text", async () => {
  const script = `
    listen(({ job }) => result(job, { ending: { kind: "raised", text: "ValueError: x" }, stderr: "\\udcff", time: 1.5, preemptions: 1,
      decisions: [0, 1], choices: [["thread", 2, 1, true, [0, 1]]] }));
    hello();`;
  const result = await withAgent(script, (agent) => agent.execute(job));
  expect(result.ending).toMatchObject({ kind: "raised", exception: { text: "ValueError: x" } });
  expect(String(result.ending.kind === "raised" ? result.ending.exception : null)).toBe("ValueError: x");
  expect(result).toMatchObject({ stderr: "\udcff", now: 1.5, preemptions: 1, decisions: [0, 1], choices: 1 });
  expect(result.points).toEqual([["thread", 2, 1, true, [0, 1]]]);
});

test("what the environment says to Python is kept from it, but for where modules are", async () => {
  const before = { ...process.env };
  Object.assign(process.env, { PYTHONOPTIMIZE: "1", PYTHONASYNCIODEBUG: "1", PYTHONPATH: "/lib/mine" });
  try {
    const script = `listen(({ job }) => result(job, {
      stdout: JSON.stringify(Object.entries(process.env).filter(([name]) => name.startsWith("PYTHON")).sort()) })); hello();`;
    const { output } = await withAgent(script, (agent) => agent.execute(job));
    expect(JSON.parse(output)).toEqual([
      ["PYTHONHASHSEED", "0"],
      ["PYTHONPATH", "/lib/mine"],
    ]);
  } finally {
    process.env = before;
  }
});

test("an execution that dies without a result has escaped, and it is told how", async () => {
  const script = `
    listen(({ job, program }) => {
      say(job, { type: "started", pid: 1_000_000 + job });
      say(0, { type: "exit", pid: 1_000_000 + job, status: Number(program) });
    });
    hello();`;
  const endings = await withAgent(script, (agent) =>
    Promise.all(["3", "-11"].map(async (program) => (await agent.execute({ ...job, program })).ending)),
  );
  expect(endings).toEqual([
    { kind: "escape", call: "os._exit(3)" },
    { kind: "escape", call: "death by signal 11" },
  ]);
});

test("an agent that fails in an execution is a bug, and what it said is told", async () => {
  const script = `
    listen(({ job }) => {
      say(job, { type: "started", pid: 1_000_001 });
      fs.writeSync(2, "Traceback: oh\\n");
      setTimeout(() => say(0, { type: "exit", pid: 1_000_001, status: 70 }), 100);
    });
    hello();`;
  const error = await withAgent(script, (agent) => failureOf(agent.execute(job)));
  expect(error).toBeInstanceOf(KernelBug);
  expect(error.message).toContain("the agent failed\nTraceback: oh\n");
});

test("an execution that says nothing has stalled where its stack says", async () => {
  const script = `
    const { spawn } = require("node:child_process");
    listen(({ job }) => {
      const child = spawn(process.execPath, ["-e", \`
        process.on("SIGUSR1", () => console.error('Current thread 0x1 (most recent call first):\\\\n  File "/p.py", line 3 in f'));
        console.error("ready");
        setInterval(() => {}, 1000);\`], { stdio: ["ignore", "ignore", "pipe"] });
      child.stderr.on("data", (data) => {
        if (String(data) === "ready\\n") say(job, { type: "started", pid: child.pid });
        else fs.writeSync(2, data);
      });
      child.on("exit", (_code, signal) => { if (signal === "SIGKILL") fs.writeSync(2, "killed\\n"); });
    });
    hello();`;
  const result = await withAgent(script, (agent) => agent.execute(job), 0.2);
  expect(result.ending).toEqual({ kind: "stalled", seconds: 0.2, place: "line 3 of p.py, in f" });
  expect(result.points).toBeNull();
});

test("every choice can be asked; meanwhile no other job is sent", async () => {
  const script = `
    const order = [];
    let asking = 0;
    listen((line) => {
      if (line.answer !== undefined) {
        order.push("answer " + line.way);
        asking = 0;
        result(line.answer, { stdout: order.join() });
      } else if (line.ask) {
        order.push("ask");
        asking = line.job;
        say(line.job, { type: "started", pid: process.pid });
        setTimeout(() => say(line.job, { type: "choose", index: 0, kind: "thread", count: 2, ids: [0, 1], preempts: true, pending: [] }), 100);
      } else {
        order.push(asking === 0 ? "other" : "too early");
        result(line.job, { stdout: order.join() });
      }
    });
    hello();`;
  const asked: Question[] = [];
  const outputs = await withAgent(script, async (agent) => {
    const first = agent.execute({ ...body, ask: true }, (question) => asked.push(question));
    const others = [agent.execute(job), agent.execute({ ...body, ask: true }, () => 0), agent.execute(job)];
    return Promise.all([first, ...others].map(async (result) => (await result).output));
  });
  expect(asked.map(({ index, ids }) => [index, ids])).toEqual([[0, [0, 1]]]);
  expect(outputs).toEqual([
    "ask,answer 1",
    "ask,answer 1,other",
    "ask,answer 1,other,ask,answer 0",
    "ask,answer 1,other,ask,answer 0,other",
  ]);
});

test("whoever is asked can end the run instead", async () => {
  const script = `
    listen((line) => {
      say(line.job, { type: "started", pid: 999_999_999 });
      say(line.job, { type: "choose", index: 4, kind: "order", count: 2, ids: [], preempts: false, pending: [] });
    });
    hello();`;
  const ending = { kind: "nondeterminism", choice: 4, before: "a", now: "b" } as const;
  const result = await withAgent(script, (agent) => agent.execute({ ...body, ask: true }, () => ending));
  expect(result.ending).toEqual(ending);
});

test("an agent that cannot start is one error, with what the interpreter says", async () => {
  const broken = fake("console.error(\"ModuleNotFoundError: No module named 'fcntl'\"); process.exit(1);");
  const error = await failureOf(PythonAgent.start(broken));
  expect(error).toBeInstanceOf(UsageError);
  expect(error.message).toBe(
    `${broken.path} (CPython 3.13.0): the agent ended: exit code 1\nModuleNotFoundError: No module named 'fcntl'`,
  );
});

test("an agent of another version of the protocol is refused", async () => {
  const other = fake('say(0, { type: "hello", protocol: 2, version: "3.13.0", pid: 1 }); setInterval(() => {}, 1000);');
  const error = await failureOf(PythonAgent.start(other));
  expect(error).toBeInstanceOf(UsageError);
  expect(error.message).toContain("it speaks version 2 of the protocol instead of 1");
});

test("an interpreter that is gone is an error too", async () => {
  const error = await failureOf(PythonAgent.start({ path: "/no/such/python3", version: "3.13.0", minor: 13 }));
  expect(error).toBeInstanceOf(UsageError);
  expect(error.message).toContain("/no/such/python3 (CPython 3.13.0): the agent ended: spawn /no/such/python3 ENOENT");
});

test("when the agent dies, its jobs fail, also those that come later", async () => {
  const script = "listen(() => process.kill(process.pid, 'SIGKILL')); hello();";
  await withAgent(script, async (agent) => {
    const error = await failureOf(agent.execute(job));
    expect(error).toBeInstanceOf(KernelBug);
    expect(error.message).toContain("the agent ended: signal SIGKILL");
    expect((await failureOf(agent.execute(job))).message).toContain("a job for an agent that was closed");
  });
});

test("closing it ends what is going on", async () => {
  const failure = await withAgent("listen(() => {}); hello();", async (agent) => {
    const going = failureOf(agent.execute(job));
    await agent.close();
    await agent.close();
    return going;
  });
  expect(failure.message).toContain("the agent was closed");
});
