/**
 * `npm run bench:bridge [-- N]`: how many executions of small Python programs a second the bridge makes on each interpreter that is found, N of each
 * (1000 unless told): in shared processes, as a search does it, and each in a process of its own. Beside them stands how many times the
 * interpreter alone can fork a child that does nothing: no way of running programs in processes of their own is faster.
 */
import { execFileSync } from "node:child_process";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { PythonAgent } from "../../src/bridge/agent.js";
import { findInterpreters } from "../../src/bridge/interpreters.js";
import type { PythonInterpreter } from "../../src/bridge/probe.js";
import { jobBody } from "../../src/bridge/program.js";
import { drawsOf } from "../../src/judge/draws.js";

const PROGRAMS = ["threads", "tasks", "submission"];

/** As long a list of random numbers as such a small program needs. */
const DRAWS = 64;

/** Forks as often as it can for a second, in an interpreter that has imported what the agent imports. */
const FORKS = `
import asyncio, concurrent.futures, gc, os, queue, threading, time
gc.collect(); gc.freeze()
end = time.monotonic() + 1
count = 0
while time.monotonic() < end:
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    count += 1
print(count)
`;

/** Executions a second. */
async function rate(interpreter: PythonInterpreter, name: string, count: number, reuse: boolean): Promise<number> {
  const program = resolve("bench", "bridge", `${name}.py`);
  const body = { ...jobBody(program, {}, { maxSteps: 100_000, trace: false }), reuse };
  const agent = await PythonAgent.start(interpreter);
  const outputs = new Set<string>();
  let left = count;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      const seed = left--;
      const { ending, output, stderr } = await agent.execute({ ...body, draws: drawsOf(seed).slice(0, DRAWS) });
      outputs.add(`${ending.kind} ${output}${stderr}`);
    }
  };
  try {
    const begun = performance.now();
    await Promise.all(Array.from({ length: availableParallelism() + 1 }, worker));
    const seconds = (performance.now() - begun) / 1000;
    if (outputs.size !== 1 || !outputs.has("returned "))
      throw new Error(`${name} on ${interpreter.version}: ${[...outputs].join("; ")}`);
    return count / seconds;
  } finally {
    await agent.close();
  }
}

function forks(interpreter: PythonInterpreter): number {
  return Number(execFileSync(interpreter.path, ["-c", FORKS], { encoding: "utf8" }));
}

async function main(count: number): Promise<void> {
  if (!Number.isSafeInteger(count) || count < 1) {
    process.stderr.write("error: write how many executions of each program to make, a whole number from 1 on\n");
    process.exitCode = 2;
    return;
  }
  const cell = (text: string): string => text.padStart(12);
  const heads = PROGRAMS.flatMap((name) => [name, "own process"]);
  process.stdout.write(`executions a second\n${["CPython", ...heads, "bare forks"].map(cell).join("")}\n`);
  const found = await findInterpreters();
  if (found.length === 0) process.stdout.write("no CPython of 3.8 or later was found\n");
  for (const interpreter of found.sort((a, b) => a.minor - b.minor)) {
    const figures: number[] = [];
    for (const name of PROGRAMS) {
      figures.push(await rate(interpreter, name, count, true));
      figures.push(await rate(interpreter, name, Math.ceil(count / 4), false));
    }
    figures.push(forks(interpreter));
    process.stdout.write(
      `${[interpreter.version, ...figures.map((figure) => figure.toFixed(0))].map(cell).join("")}\n`,
    );
  }
}

await main(Number(process.argv[2] ?? "1000"));
