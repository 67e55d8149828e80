/** Laws of runs, traces and schedules: what makes a simulation reproducible. */
import {
  explore,
  formatJsonl,
  formatSchedule,
  formatText,
  type InterloopError,
  parseJsonl,
  parseSchedule,
  parseText,
  replay,
  type Run,
  type Schedule,
  simulate,
} from "interloop";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { censusOf } from "../explore/judge.js";
import { anyTrace } from "../trace/samples.js";
import { anyOptions, anyProgram, anySeed, scenarioOf, tinyProgram } from "./programs.js";

/** Everything that a run shows, its trace included. */
function everything(run: Run): string {
  return formatJsonl(run.trace) + run.output + run.stderr;
}

describe("reproducibility", () => {
  test("the same scenario, options and seed give the same trace, byte for byte", () => {
    fc.assert(
      fc.property(anyProgram, anyOptions, anySeed, (program, options, seed) => {
        const run = (): string => everything(simulate(scenarioOf(program), { ...options, seed, trace: true }));
        expect(run()).toBe(run());
      }),
      { numRuns: 150 },
    );
  });

  test("replaying the schedule of a run gives its trace, byte for byte", () => {
    fc.assert(
      fc.property(anyProgram, anyOptions, anySeed, (program, options, seed) => {
        const run = simulate(scenarioOf(program), { ...options, seed, trace: true });
        const again = replay(scenarioOf(program), run.schedule, { ...options, trace: true });
        expect(everything(again)).toBe(everything(run));
      }),
      { numRuns: 150 },
    );
  });

  test("the default run is the same whether anybody watches it or not", () => {
    fc.assert(
      fc.property(anyProgram, anyOptions, (program, options) => {
        const alone = simulate(scenarioOf(program), { ...options, trace: true });
        const watched = replay(scenarioOf(program), "i1:", { ...options, trace: true });
        expect(everything(watched)).toBe(everything(alone));
      }),
      { numRuns: 150 },
    );
  });

  test("recording a run does not change it", () => {
    fc.assert(
      fc.property(anyProgram, anyOptions, fc.option(anySeed, { nil: undefined }), (program, options, seed) => {
        const seeded = seed === undefined ? options : { ...options, seed };
        const silent = simulate(scenarioOf(program), seeded);
        const recorded = simulate(scenarioOf(program), { ...seeded, trace: true });
        const shown = ({ endingText, output, stderr, time, steps, choices, schedule }: Run): unknown[] => [
          ...[endingText, output, stderr, time, steps, choices, schedule],
        ];
        expect(shown(recorded)).toEqual(shown(silent));
      }),
      { numRuns: 150 },
    );
  });
});

describe("schedules", () => {
  /** Ways to spoil a schedule. */
  const edit = fc.oneof(
    fc.record({ drop: fc.nat() }),
    fc.record({ move: fc.nat(), by: fc.integer({ min: -3, max: 3 }) }),
    fc.record({
      add: fc.nat({ max: 60 }),
      choice: fc.oneof(
        fc.constant("time" as const),
        fc.record({ thread: fc.nat({ max: 5 }) }),
        fc.record({ way: fc.nat({ max: 3 }) }),
      ),
    }),
  );

  function edited(schedule: Schedule, change: typeof edit extends fc.Arbitrary<infer E> ? E : never): Schedule {
    const kept = schedule.filter(
      (decision, at) => !("drop" in change && at === change.drop % schedule.length) && decision,
    );
    const moved = kept.map((decision, at) =>
      "move" in change && at === change.move % kept.length
        ? { ...decision, index: Math.max(0, decision.index + change.by) }
        : decision,
    );
    const all = "add" in change ? [...moved, { index: change.add, choice: change.choice }] : moved;
    const byIndex = new Map(all.map((decision) => [decision.index, decision]));
    return [...byIndex.values()].sort((a, b) => a.index - b.index);
  }

  test("a schedule edited at random either is the schedule of a run, or is refused with the choice that does not fit", () => {
    let refused = 0;
    let fitting = 0;
    fc.assert(
      fc.property(
        anyProgram,
        anyOptions,
        anySeed,
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        (program, options, seed, edits) => {
          const { schedule } = simulate(scenarioOf(program), { ...options, seed });
          const changed = edits.reduce(edited, parseSchedule(schedule));
          const run = replay(scenarioOf(program), changed, options);
          const { ending } = run;
          if (ending.kind === "diverged") {
            refused++;
            // It was followed up to there, and the choice that is named is one of its own.
            const decision = changed.find(({ index }) => index === ending.choice);
            expect(ending.expected).toBe(decision === undefined ? "" : formatSchedule([decision]).split("=")[1]);
            expect(ending.possible).not.toContain(ending.expected);
            expect(ending.possible.length).toBeGreaterThan(0);
          } else {
            fitting++;
            // Every choice was taken: those that are left out of the run's own schedule are the default's.
            const given = changed.map((decision) => formatSchedule([decision]));
            const own = parseSchedule(run.schedule).map((decision) => formatSchedule([decision]));
            expect(own.filter((entry) => !given.includes(entry))).toEqual([]);
            expect(replay(scenarioOf(program), run.schedule, options).output).toBe(run.output);
          }
        },
      ),
      { numRuns: 200 },
    );
    expect(Math.min(refused, fitting)).toBeGreaterThan(10);
  });

  test("printing a schedule and reading it back gives the same schedule", () => {
    const decision = fc.record({
      index: fc.maxSafeNat(),
      choice: fc.oneof(
        fc.constant("time" as const),
        fc.record({ thread: fc.maxSafeNat() }),
        fc.record({ way: fc.maxSafeNat() }),
      ),
    });
    const schedules = fc
      .uniqueArray(decision, { selector: ({ index }) => index })
      .map((decisions) => decisions.sort((a, b) => a.index - b.index));
    fc.assert(
      fc.property(schedules, (schedule) => {
        const text = formatSchedule(schedule);
        expect(parseSchedule(text)).toEqual(schedule);
        expect(formatSchedule(parseSchedule(text))).toBe(text);
        expect(text).not.toMatch(/\s/u);
      }),
    );
  });

  test("reading anything else is one clear line, and never a crash", () => {
    const almost = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(...Array.from("i1:=,t0129 time")) }),
      fc.string({ unit: fc.constantFrom(...Array.from("=,t019")) }).map((rest) => `i1:${rest}`),
    );
    fc.assert(
      fc.property(almost, (text) => {
        let schedule: Schedule;
        try {
          schedule = parseSchedule(text);
        } catch (error) {
          expect((error as InterloopError).name).toBe("UsageError");
          expect((error as InterloopError).message).toMatch(/^schedule[^\n]*$/u);
          return;
        }
        expect(formatSchedule(schedule)).toBe(text.trim());
      }),
      { numRuns: 1000 },
    );
  });
});

describe("traces", () => {
  test.each([
    ["text", formatText, parseText],
    ["JSON Lines", formatJsonl, parseJsonl],
  ] as const)(
    "printing any trace as %s and reading it back gives the same trace, and the same text",
    (_, format, parse) => {
      fc.assert(
        fc.property(anyTrace, (trace) => {
          const text = format(trace);
          expect(parse(text)).toEqual(trace);
          expect(format(parse(text))).toBe(text);
        }),
        { numRuns: 300 },
      );
    },
  );

  test("the trace of a run survives both forms", () => {
    fc.assert(
      fc.property(anyProgram, anyOptions, anySeed, (program, options, seed) => {
        const { trace } = simulate(scenarioOf(program), { ...options, seed, trace: true });
        expect(parseText(formatText(trace))).toEqual(trace);
        expect(parseJsonl(formatJsonl(trace))).toEqual(trace);
      }),
      { numRuns: 50 },
    );
  });

  test("time never goes back, and every event follows from an earlier one", () => {
    fc.assert(
      fc.property(anyProgram, anyOptions, anySeed, (program, options, seed) => {
        const { events } = simulate(scenarioOf(program), { ...options, seed, trace: true }).trace;
        let before = 0;
        for (const { seq, time, cause } of events) {
          expect(cause).toBeLessThan(seq);
          expect(time).toBeGreaterThanOrEqual(before);
          before = time;
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe("exploration", () => {
  test("finds exactly what a much simpler enumerator finds, with the same number of executions for each outcome", () => {
    fc.assert(
      fc.property(tinyProgram, fc.constantFrom(0, 1, 2, 3, Infinity), (program, preemptions) => {
        const scenario = scenarioOf(program);
        const report = explore(scenario, { preemptions });
        const found = report.outcomes.map(({ ending, output, count }): [string, number] => [
          `${ending.text}: ${output}`,
          count,
        ]);
        expect(Object.fromEntries(found)).toEqual(Object.fromEntries(censusOf(scenario, {}, preemptions)));
      }),
      { numRuns: 25 },
    );
  });

  test("gives schedules that replay to their outcome", () => {
    fc.assert(
      fc.property(anyProgram, anyOptions, (program, options) => {
        const scenario = scenarioOf(program);
        const report = explore(scenario, { ...options, preemptions: 1, maxExecutions: 60 });
        for (const { schedule, output, stderr, ending } of report.outcomes) {
          const run = replay(scenario, schedule, options);
          expect([run.output, run.stderr, run.endingText]).toEqual([output, stderr, ending.text]);
        }
      }),
      { numRuns: 25 },
    );
  });
});
