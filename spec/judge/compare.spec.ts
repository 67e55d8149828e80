/** What of two runs is compared, and the first difference between them. */
import { simulate, print, threading, type Blocking } from "interloop";
import { describe, expect, test } from "vitest";
import { type Behaviour, behaviourOf, simulated } from "../../src/judge/behaviour.js";
import { canonical, type CanonicalEvent, lineOf } from "../../src/judge/canonical.js";
import { firstDifference } from "../../src/judge/compare.js";
import { DrawChooser, drawsOf } from "../../src/judge/draws.js";
import type { Event } from "../../src/trace/event.js";

const event = (kind: string, cause: number | null, fields: object = {}): CanonicalEvent => {
  return { seq: 1, time: 0.5, thread: 0, kind, cause, fields: { ...fields } };
};

const run: Behaviour = {
  ...{ ending: "returned", output: "a\nb\n", stderr: "x\n", schedule: "i1:", choices: 0 },
  events: [event("thread.begin", 0), event("ready.run", 1, { what: "Task-1" }), event("write", 2, { text: "a" })],
};

describe("the first difference", () => {
  test("of equal runs is none", () => {
    expect(firstDifference(run, structuredClone(run))).toBeNull();
  });

  test("is an event, with what is the same before it and what each side's follows from", () => {
    const [first, second] = run.events as [CanonicalEvent, CanonicalEvent];
    const other = { ...run, ending: "raised", events: [first, second, event("write", 1, { text: "a" })] };
    expect(firstDifference(run, other)).toEqual({
      what: "event 3",
      left: '0.500000000 t0 write <-2 text="a"',
      right: '0.500000000 t0 write <-1 text="a"',
      before: ["0.500000000 t0 thread.begin <-0", '0.500000000 t0 ready.run <-1 what="Task-1"'],
      leftCauses: ['0.500000000 t0 ready.run <-1 what="Task-1"', "0.500000000 t0 thread.begin <-0"],
      rightCauses: ["0.500000000 t0 thread.begin <-0"],
    });
  });

  test("is where one side has no more events", () => {
    expect(firstDifference({ ...run, events: run.events.slice(0, 2) }, run)).toMatchObject({
      what: "event 3",
      left: null,
      right: '0.500000000 t0 write <-2 text="a"',
      leftCauses: [],
    });
  });

  test.each([
    [{ ending: "exited 3" }, "ending", "returned", "exited 3"],
    [{ output: "a\nc\n" }, "standard output", "b", "c"],
    [{ output: "a\nb\nc" }, "standard output", "", "c"],
    [{ stderr: "" }, "standard error", "x", ""],
    [{ schedule: "i1:0=t1" }, "schedule", "i1:", "i1:0=t1"],
  ])("is a line of a text: %j", (change, what, left, right) => {
    const nothing = { before: [], leftCauses: [], rightCauses: [] };
    expect(firstDifference(run, { ...run, ...change })).toEqual({ what, left, right, ...nothing });
  });
});

describe("events that are compared", () => {
  const row = (seq: number, kind: string, cause: number, fields: object): Event => {
    return { seq, time: 0, thread: 0, kind, cause, ...fields } as Event;
  };

  test("leave out standard error, and at the end all but output; causes are counted among the rest", () => {
    const events = canonical([
      row(1, "write", 0, { stream: "stderr", text: "no" }),
      row(2, "thread.begin", 0, { name: "Thread-1 (worker)" }),
      row(3, "ready.run", 1, { what: "main.<locals>.step()" }),
      row(4, "handle.cancel", 2, { handle: "_set_result_unless_cancelled()" }),
      row(5, "interpreter.exit", 4, {}),
      row(6, "future.done", 5, { future: "Task-1" }),
      row(7, "write", 5, { stream: "stdout", text: "at 0x7f12" }),
    ]);
    expect(events.map(lineOf)).toEqual([
      '0.000000000 t0 thread.begin <-0 name="Thread-1"',
      '0.000000000 t0 ready.run <-? what="callback()"',
      '0.000000000 t0 handle.cancel <-1 handle="_set_result_unless_cancelled()"',
      "0.000000000 t0 interpreter.exit <-3",
      '0.000000000 t0 write <-4 stream="stdout" text="at 0x.."',
    ]);
  });

  test("of no thread are the clock's", () => {
    expect(lineOf({ ...event("clock.advance", 0), thread: -1 })).toBe("0.500000000 -- clock.advance <-0");
  });
});

describe("an ending in comparable words", () => {
  const observed = { text: "", output: "", stderr: "", schedule: "i1:", choices: 0, events: [] };
  test.each([
    [{ kind: "returned", value: 3 }, "", "returned"],
    [{ kind: "exited", code: 3 }, "", "exited 3"],
    [{ kind: "raised", exception: null }, "raised ValueError: <object at 0x7f>", "raised ValueError: <object at 0x..>"],
    [{ kind: "step limit", limit: 5 }, "step limit: 5", "step limit"],
    [
      { kind: "deadlock", waits: [], cycle: [] },
      "deadlock\n  Thread-1 (worker): acquire",
      "deadlock\n  Thread-1: acquire",
    ],
  ] as const)("%j", (ending, text, words) => {
    expect(behaviourOf({ ...observed, ending, text }).ending).toBe(words);
  });
});

describe("random schedules", () => {
  function* two(): Blocking<void> {
    const other = new threading.Thread({ target: () => print("other") });
    yield* other.start();
    yield* print("main");
    yield* other.join();
  }

  test("are lists of numbers; 0 is the default schedule", () => {
    expect(drawsOf(0)).toEqual([]);
    expect(drawsOf(7)).toEqual(drawsOf(7));
    expect(new Set([1, 2, 3].map((seed) => drawsOf(seed).join())).size).toBe(3);
    const chooser = new DrawChooser([5, 6]);
    const point = { kind: "thread" as const, count: 3, threads: [], preempts: false };
    expect([0, 1, 2].map((index) => chooser.choose({ ...point, index }))).toEqual([2, 0, 0]);
  });

  test("lead where they say, and the default one where a run leads", () => {
    expect(simulated(two, {}, [])).toMatchObject({ output: simulate(two).output, schedule: "i1:", ending: "returned" });
    const outputs = [1, 2, 3, 4, 5, 6].map((seed) => simulated(two, {}, drawsOf(seed)).output);
    expect(new Set(outputs)).toEqual(new Set(["main\nother\n", "other\nmain\n"]));
  });
});
