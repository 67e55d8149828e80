import { exploreThreads, type Outcome } from "interloop";
import { describe, expect, test } from "vitest";
import { censusOfThreads } from "./judge.js";
import { atomicIncrements, interleavings, lockedIncrements, oppositeLocks, racyIncrements } from "./programs.js";

function counts(outcomes: readonly Outcome[]): Record<string, number> {
  return Object.fromEntries(outcomes.map(({ ending, output, count }) => [`${ending.kind}: ${output}`, count]));
}

describe("every interleaving is run, and none twice", () => {
  // Two threads with n operations each have (2n)! / (n! n!) interleavings.
  test.each([1, 2, 3, 4, 5])("of 2 threads with %i atomic increments each", (k) => {
    const report = exploreThreads(atomicIncrements(2, k));
    expect(report.verdict).toBe("exhausted");
    expect(report.reason).toBe("every schedule was run");
    expect(report.complete).toBe(true);
    expect(report.executions).toBe(interleavings(k));
    expect(counts(report.outcomes)).toEqual({ [`returned: ${String(2 * k)}`]: interleavings(k) });
  });

  // (1 + 1 + 1)! = 6 orders; with 2 each, 6! / (2! 2! 2!) = 90.
  test.each([
    [1, 6],
    [2, 90],
  ])("of 3 threads with %i atomic increments each", (k, executions) => {
    expect(exploreThreads(atomicIncrements(3, k)).executions).toBe(executions);
  });

  // While one thread is inside, the other stands before the lock: only the order of the critical sections is free.
  test.each([1, 2, 3])("of 2 threads with %i increments each under a lock", (k) => {
    const report = exploreThreads(lockedIncrements(2, k));
    expect([report.verdict, report.executions]).toEqual(["exhausted", interleavings(k)]);
    expect(counts(report.outcomes)).toEqual({ [`returned: ${String(2 * k)}`]: interleavings(k) });
  });

  // r1 w1 | r2 w2: 6 interleavings. The update is lost unless one thread has written before the other reads: 2 of 6 keep it.
  test("of 2 threads with one racy increment each", () => {
    const report = exploreThreads(racyIncrements(2, 1));
    expect(counts(report.outcomes)).toEqual({ "returned: 1": 4, "returned: 2": 2 });
    expect(report.executions).toBe(6);
  });

  // 4 operations each: 70; 6 operations each: 924; 8 each: 12,870. The final values go from 2 to 2k.
  test.each([
    [2, 70, ["2", "3", "4"]],
    [3, 924, ["2", "3", "4", "5", "6"]],
    [4, 12_870, ["2", "3", "4", "5", "6", "7", "8"]],
  ])("of 2 threads with %i racy increments each", (k, executions, values) => {
    const report = exploreThreads(racyIncrements(2, k));
    expect(report.executions).toBe(executions);
    expect(report.outcomes.map(({ output }) => output).sort()).toEqual(values);
    expect(report.figures).toMatchObject({ steps: 4 * k, preemptions: 4 * k - 2 });
  });

  test.each([
    ["two racy threads", racyIncrements(2, 2)],
    ["three racy threads", racyIncrements(3, 1)],
    ["three locked threads", lockedIncrements(3, 1)],
    ["opposite locks", oppositeLocks],
  ])("as a simpler enumerator finds them: %s", (_, program) => {
    expect(counts(exploreThreads(program).outcomes)).toEqual(Object.fromEntries(censusOfThreads(program)));
  });
});

describe("bounds on preemptions", () => {
  // A, B: the letters say who does each of its two operations. Only a switch while the other could go on counts.
  // 0: AABB BBAA   1: ABBA BAAB   2: ABAB BABA
  test.each([
    [0, 2],
    [1, 4],
    [2, 6],
  ])("with at most %i there are %i schedules of 2 threads with 2 operations each", (preemptions, executions) => {
    const report = exploreThreads(atomicIncrements(2, 2), { preemptions });
    expect(report.executions).toBe(executions);
    expect(report.figures.preemptions).toBe(preemptions);
  });

  test("make the search inconclusive only where they left something out", () => {
    const cut = exploreThreads(atomicIncrements(2, 2), { preemptions: 1 });
    expect(cut.verdict).toBe("inconclusive");
    expect(cut.complete).toBe(false);
    expect(cut.reason).toBe("schedules with more than 1 preemption were left out");
    expect(cut.preemptions).toBe(1);
    const whole = exploreThreads(atomicIncrements(2, 2), { preemptions: 2 });
    expect([whole.verdict, whole.reason]).toEqual(["exhausted", "every schedule was run"]);
    expect(exploreThreads(atomicIncrements(2, 2)).preemptions).toBe(null);
  });

  test.each([0, 1, 2, 3, 5])("%i: as a simpler enumerator finds them", (preemptions) => {
    for (const program of [racyIncrements(2, 2), racyIncrements(3, 1), lockedIncrements(2, 2), oppositeLocks]) {
      const { outcomes } = exploreThreads(program, { preemptions });
      expect(counts(outcomes)).toEqual(Object.fromEntries(censusOfThreads(program, preemptions)));
    }
  });

  test("come first when there is none: an outcome that needs few preemptions is found early", () => {
    // Two threads with 20 racy increments each have more than 10^22 interleavings. To lose 20 updates takes one preemption: the
    // first thread has read 19 for its last increment, the other one adds 20, and the first writes 20.
    const { outcomes } = exploreThreads(racyIncrements(2, 20), { maxExecutions: 200 });
    const lost = outcomes.find(({ output }) => output === "20");
    expect(lost).toMatchObject({ preemptions: 1, departures: 1, schedule: "i1:39=t1" });
  });

  test("count each schedule once, in the phase where it is new", () => {
    // Phases: 2 with 0 preemptions; these and 2 more; all 6 of bound 2, where nothing is left out. Then 1 more to confirm the outcome.
    const { executions, figures } = exploreThreads(atomicIncrements(2, 2));
    expect([executions, figures.repeats]).toEqual([6, 2 + 4 + 1]);
  });
});

describe("the shortest schedule of an outcome", () => {
  test("has the fewest departures from the default, then the fewest preemptions", () => {
    const { outcomes } = exploreThreads(racyIncrements(2, 2));
    expect(
      outcomes.map(({ output, schedule, departures, preemptions, steps }) => ({
        output,
        schedule,
        departures,
        preemptions,
        steps,
      })),
    ).toEqual([
      { output: "4", schedule: "i1:", departures: 0, preemptions: 0, steps: 8 },
      // The first thread reads 1, the other one adds 2, the first writes 2. One that reads 0 first would do as well; it is found later.
      { output: "2", schedule: "i1:3=t1", departures: 1, preemptions: 1, steps: 8 },
      // The other one adds only one of its two before the first writes 2, and then reads that.
      { output: "3", schedule: "i1:3=t1,6=t0", departures: 2, preemptions: 2, steps: 8 },
    ]);
  });
});

describe("a deadlock", () => {
  // A takes a, B takes b: 2 of the interleavings of the first two operations. In full:
  // A A then B B, B B then A A, and (A B, B A) which both end stuck.
  test("is an outcome of its own, with who waits for whom", () => {
    const report = exploreThreads(oppositeLocks);
    expect(report.verdict).toBe("failed");
    expect(report.reason).toBe("2 of 4 executions failed (deadlock 2); every schedule was run");
    expect(report.complete).toBe(true);
    expect(counts(report.outcomes)).toEqual({ "returned: A,B": 1, "returned: B,A": 1, "deadlock: ": 2 });
    expect(report.outcomes.find(({ failure }) => failure)?.ending).toEqual({
      kind: "deadlock",
      text: [
        "deadlock: no thread can go on, and no time will free one",
        "  A: acquire lock, waits for lock 1 → B → lock 2 → A",
        "  B: acquire lock, waits for lock 2 → A → lock 1 → B",
        "  cycle: A → lock 1 → B → lock 2 → A",
      ].join("\n"),
    });
  });
});
