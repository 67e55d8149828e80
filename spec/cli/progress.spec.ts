/** The progress line and the small texts of the command line. */
import { describe, expect, test } from "vitest";
import { progressText } from "../../src/cli/progress.js";
import { count, grouped, inOptions, share, shellWord } from "../../src/cli/words.js";
import type { Progress } from "../../src/explore/report.js";

const progress: Progress = {
  executions: 12_000,
  repeats: 3_000,
  outcomes: 6,
  failures: 0,
  maxExecutions: 100_000,
  phase: "up to 2 preemptions",
  fraction: 0.25,
};

describe("the progress line", () => {
  test("has what was done, what was found, the rate, and how long it takes at most", () => {
    expect(progressText(progress, 3, 2)).toBe(
      "6 s left, 12,000 of 100,000 executions (5,000/s), 6 outcomes, up to 2 preemptions 25 %",
    );
  });

  test("tells failures, and ends at the limit where the phase would take longer", () => {
    expect(progressText({ ...progress, failures: 1, fraction: 0.001 }, 3, 2)).toBe(
      "18 s left, 12,000 of 100,000 executions (5,000/s), 6 outcomes, 1 failure, up to 2 preemptions 0 %",
    );
  });

  test("does not guess when nobody can know", () => {
    const unknown = { ...progress, phase: "random schedules", fraction: null, executions: 0, repeats: 0 };
    expect(progressText(unknown, 0, 0)).toBe("0 of 100,000 executions (0/s), 6 outcomes, random schedules");
  });

  test("says long durations in minutes and hours", () => {
    expect(progressText({ ...progress, executions: 0, repeats: 100 }, 1, 600)).toContain("17 min left, ");
    expect(progressText({ ...progress, executions: 0, repeats: 1 }, 1, 36_000)).toContain("28 h left, ");
  });
});

test("counts have commas and a noun in the right number", () => {
  expect([999, 1000, 1234567].map(grouped)).toEqual(["999", "1,000", "1,234,567"]);
  expect([count(1, "outcome"), count(0, "outcome"), count(1000, "execution")]).toEqual([
    ...["1 outcome", "0 outcomes", "1,000 executions"],
  ]);
});

test("shares never read 0 % or 100 % when they are not", () => {
  expect([
    share(1, 3),
    share(1, 22),
    share(1, 100_000),
    share(999, 1000),
    share(9999, 10_000),
    share(5, 5),
    share(0, 5),
  ]).toEqual(["33 %", "4.5 %", "<0.1 %", "99.9 %", "99.9 %", "100 %", "0 %"]);
});

test("words are quoted where a shell would change them", () => {
  expect(["a/b.ts", "x y", "it's", "i1:3=t1,7=time", ""].map(shellWord)).toEqual([
    ...["a/b.ts", "'x y'", "'it'\\''s'", "i1:3=t1,7=time", "''"],
  ]);
});

test("the library's names of options are said as options", () => {
  expect(inOptions("raise maxSteps, maxTime or maxThreads (maxExecutions), not maxStepsize")).toBe(
    "raise --max-steps, --max-time or --max-threads (--max), not maxStepsize",
  );
});
