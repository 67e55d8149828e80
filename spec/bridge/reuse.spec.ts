/**
 * Executions that share a process: only where one leaves the interpreter as it was, and with the same results as in a process of its own. A program
 * tells which process it runs in by its number, which is real.
 */
import { PythonAgent, type Job } from "interloop/bridge";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { jobBody } from "../../src/bridge/program.js";
import { drawsOf } from "../../src/judge/draws.js";
import { Fakes } from "./fakes.js";
import { interpreters, newest, noPython } from "./live.js";

const fakes = new Fakes();
afterAll(() => {
  fakes.remove();
});

function job(program: string, seed: number, reuse: boolean): Job {
  const body = jobBody(program, {}, { maxSteps: 100_000, trace: false });
  return { ...body, reuse, draws: drawsOf(seed).slice(0, 200) };
}

const HEAD = "import asyncio, concurrent.futures, os, queue, signal, sys, threading, time, warnings\n";

/** What a program prints in several executions, one after the other, that may share a process. */
async function outputs(agent: PythonAgent, source: string, times = 3): Promise<string[]> {
  const program = fakes.write("program.py", HEAD + source);
  const found: string[] = [];
  for (let time = 0; time < times; time++) {
    const { ending, output, stderr } = await agent.execute(job(program, 0, true));
    expect([ending.kind, stderr]).toEqual(["returned", ""]);
    found.push(output);
  }
  return found;
}

describe.skipIf(noPython)("executions that may share a process", () => {
  let agent: PythonAgent;
  beforeAll(async () => {
    agent = await PythonAgent.start(newest);
  });
  afterAll(() => agent.close());

  test.each([
    ["that does nothing", ""],
    ["with threads", "t = threading.Thread(target=print)\nt.start()\nt.join()\n"],
    ["with a loop", "async def main():\n    await asyncio.sleep(1)\nasyncio.run(main())\n"],
    ["that raises and catches", "try:\n    raise ValueError\nexcept ValueError:\n    pass\n"],
    ["that binds a variable of a context", "import contextvars\nv = contextvars.ContextVar('v')\nv.set(1)\n"],
  ])("share it after a program %s", async (_what, source) => {
    // A fresh process leaves a job to the used ones for a moment only, so on a busy machine there may be a few of them.
    const times = 12;
    const pids = await outputs(agent, `${source}print(os.getpid())\n`, times);
    expect(new Set(pids).size).toBeLessThan(times);
  });

  test.each([
    ["replaces a function", "asyncio.sleep = None"],
    ["replaces a method", "threading.Thread.run = None"],
    ["adds a variable to a module", "queue.mine = 1"],
    ["takes one away", "del queue.deque"],
    ["adds an attribute to a class", "concurrent.futures.Future.mine = 1"],
    ["sets an environment variable", "os.environ['MINE'] = '1'"],
    ["sets a signal's handler", "signal.signal(signal.SIGUSR2, print)"],
    ["sets a filter for warnings", "warnings.simplefilter('error')"],
    ["sets the recursion limit", "sys.setrecursionlimit(500)"],
    ["sets the switch interval", "sys.setswitchinterval(1)"],
    ["looks for modules elsewhere", "sys.path.append('/nowhere')"],
    ["leaves a daemon thread", "threading.Thread(target=time.sleep, args=(9,), daemon=True).start()"],
    ["sets a task factory", "asyncio.new_event_loop().set_task_factory(None)"],
  ])("do not share it with one that %s", async (_what, source) => {
    const pids = await outputs(agent, `print(os.getpid())\n${source}\n`);
    expect(new Set(pids).size).toBe(3);
  });

  test("count threads, tasks and pools from 1", async () => {
    const source = `
async def main():
    print(asyncio.current_task().get_name(), asyncio.create_task(asyncio.sleep(0)).get_name(), asyncio.Task(asyncio.sleep(0)).get_name())
thread = threading.Thread(target=asyncio.run, args=(main(),))
print(thread.name.split()[0])
thread.start()
thread.join()
with concurrent.futures.ThreadPoolExecutor(1) as pool:
    print(pool.submit(lambda: threading.current_thread().name).result())
`;
    const once = "Thread-1\nTask-1 Task-2 Task-3\nThreadPoolExecutor-0_0\n";
    expect(await outputs(agent, source)).toEqual([once, once, once]);
  });

  test("load the program's own modules anew", async () => {
    fakes.write("mine.py", "seen = []\n");
    const found = await outputs(agent, "import mine\nmine.seen.append(1)\nprint(len(mine.seen))\n");
    expect(found).toEqual(["1\n", "1\n", "1\n"]);
  });
});

const traces = [
  "two_submissions_race",
  "lock_mutual_exclusion_race",
  "condition_notify_all_race",
  "wait_for_cancelled",
];

describe.each(interpreters)("CPython $version", (interpreter) => {
  test.each(traces)("%s does the same in a shared process as in its own, on random schedules", async (name) => {
    const program = fileURLToPath(new URL(`../../traces/${name}/program.py`, import.meta.url));
    const agent = await PythonAgent.start(interpreter);
    try {
      const seeds = [0, 1, 2, 3, 4, 5, 6, 7];
      const runs = async (reuse: boolean): Promise<unknown[]> => {
        const results: unknown[] = [];
        for (const seed of seeds) results.push(await agent.execute(job(program, seed, reuse)));
        return results;
      };
      // A job that wants a process of its own ends those that are shared, so they do not take turns.
      const shared = await runs(true);
      expect(shared).toEqual(await runs(false));
    } finally {
      await agent.close();
    }
  });
});
