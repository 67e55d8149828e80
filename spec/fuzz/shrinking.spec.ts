/** Shrinking, and how a difference is told and kept. */
import { describe, expect, test } from "vitest";
import { comparable, same, sideBySide } from "../../fuzz/compare.js";
import { draw, shrink } from "../../fuzz/draw.js";
import { type Program, singleProgram } from "../../fuzz/program.js";
import { readRegressions } from "../../fuzz/regressions.js";
import { planOf } from "../../fuzz/print.js";
import { scenarioOf, simulated } from "../../fuzz/simulated.js";
import { drawn } from "../../fuzz/threads.js";
import { interpretersAtHand } from "../../fuzz/judge.js";
import { SingleJudge } from "../../fuzz/single.js";
import { ThreadsJudge } from "../../fuzz/threads.js";

describe("a program that differs", () => {
  test("shrinks to what it takes", async () => {
    const has = (program: Program, name: string): boolean => JSON.stringify(program).includes(`"do":"${name}"`);
    const wanted = (program: Program): boolean => has(program, "sleep") && has(program, "set result");
    let seed = 0;
    while (!wanted(draw(singleProgram, seed).value)) seed++;
    const smallest = await shrink(
      singleProgram,
      draw(singleProgram, seed),
      (programs) => Promise.resolve(programs.map(wanted)),
      () => undefined,
    );
    const names = [...JSON.stringify(smallest).matchAll(/"do":"([^"]*)"/g)].map(([, name]) => name);
    expect(names.filter((name) => name === "sleep" || name === "set result").length).toBe(2);
    expect(names.length).toBe(2);
  });

  test("is shown with both logs side by side", () => {
    expect(sideBySide(["a", "b"], ["a", "c", "d"]).replace(/ +/g, " ")).toBe("a a\nb | c\n | d");
  });
});

describe("two behaviours are the same", () => {
  const one = { output: "1 a\n", ending: "returned", time: 5 };

  test("when all that counts is", () => {
    expect(same(one, { ...one })).toBe(true);
    expect(same(one, { ...one, output: "1 b\n" })).toBe(false);
    expect(same(one, { ...one, ending: "deadlock" })).toBe(false);
    expect(same(one, { ...one, time: 6 })).toBe(false);
    expect(same(one, { ...one, stderr: "x\n" })).toBe(false);
  });

  test("also when what was freed is told in another order", () => {
    expect(same({ ...one, output: "late: b\n1 a\nlate: a\n" }, { ...one, output: "1 a\nlate: a\nlate: b\n" })).toBe(
      true,
    );
    expect(same({ ...one, output: "late: b\n1 a\n" }, one)).toBe(false);
  });

  test("whatever tracebacks say besides the exception that was raised last", () => {
    const long = `Exception in thread x:
Traceback (most recent call last):
  File "program.py", line 4, in f
    raise KeyError(1)
KeyError: 1

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "program.py", line 6, in f
    raise ValueError(2)
ValueError: 2
`;
    expect(comparable({ ...one, stderr: long }).stderr).toEqual(["Exception in thread x:", "ValueError: 2"]);
  });
});

describe("a program that once differed", () => {
  const regressions = readRegressions();

  test.each(regressions)("$name does what it was recorded to do", ({ sort, program, recorded }) => {
    for (const { versions, behaviour } of recorded) {
      for (const version of versions) {
        const scenario = scenarioOf(planOf(program));
        const { clock } = program;
        const found = sort === "single" ? simulated(scenario, version, { clock }) : drawn(scenario, version, program);
        expect([version, comparable(found)]).toEqual([version, behaviour]);
      }
    }
  });

  test("does that under the CPythons at hand", async () => {
    const interpreters = await interpretersAtHand();
    const judges = { single: new SingleJudge(interpreters, 1), threads: await ThreadsJudge.start(interpreters) };
    for (const { name, sort, program, recorded } of regressions) {
      for (const { version, cpython } of await judges[sort].judge(program)) {
        const known = recorded.find(({ versions }) => versions.includes(version));
        if (known !== undefined) expect([name, version, comparable(cpython)]).toEqual([name, version, known.behaviour]);
      }
    }
    await judges.single.close();
    await judges.threads.close();
  });
});
