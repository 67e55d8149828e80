/** The fuzzer's programs: a small run with fixed seeds on the CPythons at hand, and that what is printed is what runs. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { comparable, linesOf } from "../../fuzz/compare.js";
import type { Statement } from "../../fuzz/kind.js";
import { draw } from "../../fuzz/draw.js";
import { interpretersAtHand, type Judge } from "../../fuzz/judge.js";
import { planOf, pythonBody, toTypeScript, typescriptBody } from "../../fuzz/print.js";
import { type Program, singleProgram, threadsProgram } from "../../fuzz/program.js";
import { scenarioOf, simulated } from "../../fuzz/simulated.js";
import { SingleJudge } from "../../fuzz/single.js";
import { kinds } from "../../fuzz/statements.js";
import { ThreadsJudge } from "../../fuzz/threads.js";
import { load } from "../../src/cli/load.js";

const interpreters = await interpretersAtHand();
const executions = new Map<string, number>();

/** The programs of some seeds. */
function programs(sort: "single" | "threads", count: number): Program[] {
  const grammar = sort === "single" ? singleProgram : threadsProgram;
  return Array.from({ length: count }, (_none, seed) => draw(grammar, seed).value);
}

/** Runs programs on both sides, a few at a time, and gives those that differ, as what they print. */
async function differences(judge: Judge, asked: readonly Program[]): Promise<unknown[]> {
  const found: unknown[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let program = asked[next++]; program !== undefined; program = asked[next++]) {
      for (const { version, same, cpython, interloop } of await judge.judge(program)) {
        executions.set(version, (executions.get(version) ?? 0) + 1);
        if (!same) found.push([version, pythonBody(planOf(program)), linesOf(cpython), linesOf(interloop)]);
      }
    }
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  await judge.close();
  return found;
}

describe("random programs do in the simulator what they do under each CPython at hand", () => {
  test("programs of one thread", async () => {
    const judge = new SingleJudge(interpreters, 1);
    expect(await differences(judge, programs("single", 250))).toEqual([]);
  });

  test("programs of several threads, choice by choice", async () => {
    const judge = await ThreadsJudge.start(interpreters);
    expect(await differences(judge, programs("threads", 60))).toEqual([]);
  });

  afterAll(() => {
    const counts = [...executions].map(([version, count]) => `${version} (${String(count)})`);
    const told =
      counts.length === 0 ? "no CPython is at hand, so random programs are compared with none" : counts.join(", ");
    process.stdout.write(`random programs run by CPython too: ${told}\n`);
  });
});

describe("the grammar", () => {
  const seen = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if ("do" in value) seen.add(value.do as string);
    for (const part of Object.values(value)) collect(part);
  };

  test("draws every kind of statement, and the names are distinct", () => {
    collect([...programs("single", 200), ...programs("threads", 200)]);
    expect([...seen].sort()).toEqual(kinds.map(({ name }) => name).sort());
  });

  test("draws the same program for the same seed, as plain data", () => {
    const [first, again] = [draw(threadsProgram, 3).value, draw(threadsProgram, 3).value];
    expect(first).toEqual(again);
    expect(JSON.parse(JSON.stringify(first))).toEqual(first);
    expect(draw(threadsProgram, 4).value).not.toEqual(first);
  });

  test("keeps statements for several threads out of programs of one", () => {
    const alone = new Set(kinds.filter(({ threads }) => threads === true).map(({ name }) => name));
    const names = JSON.stringify(programs("single", 200));
    expect([...alone].filter((name) => names.includes(`"do":"${name}"`))).toEqual([]);
  });
});

describe("a printed program", () => {
  const sleeping: Program = {
    clock: "linux",
    loops: [
      {
        statements: [
          { do: "create task", function: { coroutine: [{ do: "sleep", delay: 0.005 }] }, how: "loop" } as Statement,
          { do: "await task", which: 0 } as Statement,
        ],
        futures: 1,
        until: true,
        look: false,
      },
    ],
    threads: [],
    draws: [],
  };

  test("reads as Python", () => {
    expect(pythonBody(planOf(sleeping))).toBe(`async def t1():
    begin()
    note("t1.1", await asyncio.sleep(0.005, "t1.1"))
    return "t1"


async def main0():
    begin()
    tasks[1] = asyncio.get_running_loop().create_task(t1(), name="t1")
    note("main0.2", await task(1))
    return "main0"


loops[0] = asyncio.new_event_loop()
play(0, main0, [0], True, False)
forget()
`);
  });

  test("reads as TypeScript", () => {
    expect(typescriptBody(planOf(sleeping))).toBe(`function* t1(): Coroutine<unknown> {
  begin();
  yield* note("t1.1", yield* asyncio.sleep(0.005, "t1.1"));
  return "t1";
}

function* main0(): Coroutine<unknown> {
  begin();
  tasks.set(1, asyncio.get_running_loop().create_task(t1(), { name: "t1" }));
  yield* note("main0.2", yield* task(1));
  return "main0";
}

loops.set(0, asyncio.new_event_loop());
yield* play(0, main0, [0], true, false);`);
  });

  test("does as a scenario of its own what it does when the fuzzer runs it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "interloop-printed-"));
    try {
      for (const program of [...programs("single", 12), ...programs("threads", 12)]) {
        const file = join(folder, "scenario.ts");
        writeFileSync(file, toTypeScript(program));
        const { scenario } = await load(file, folder);
        const run = (one: typeof scenario) => comparable(simulated(one, "3.12", { clock: program.clock }));
        expect(run(scenario)).toEqual(run(scenarioOf(planOf(program))));
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
