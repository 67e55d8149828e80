/** When time passes: the clock models, deadlines that lie close together, work that takes time, and the lagging mode. */
import { waitAt } from "interloop";
import { describe, expect, test } from "vitest";
import { nearDeadlines, nextDeadline, nextLag } from "../../src/kernel/deadlines.js";
import { BLOCKED, DONE, READY, Thread } from "../../src/kernel/thread.js";
import { sleepFor } from "../../src/kernel/wait.js";
import { type Body, gateOf, runBothWays, runThreads, Script, touch } from "./bare.js";

const sleeping = (seconds: number): Body =>
  function* (kernel, note) {
    yield* sleepFor(kernel, seconds);
    note(String(kernel.now));
  };

/** A thread in a state, with a deadline. */
function threadAt(state: Thread["state"], deadline: number, alarm?: number): Thread {
  const thread = new Thread(0, "thread", (function* () {})(), false);
  thread.state = state;
  thread.deadline = deadline;
  if (alarm !== undefined) thread.alarm = { nextAfter: (now) => (alarm > now ? alarm : Infinity) };
  return thread;
}

describe("the clock", () => {
  test.each([
    ["linux", [1e-9, 2e-9, 3e-9]],
    ["frozen", [0, 0, 0]],
  ] as const)("%s: each read is so much later", (clock, reads) => {
    const seen: number[] = [];
    const { kernel } = runThreads(
      {
        *A(kernel) {
          seen.push(kernel.readClock(), kernel.readClock(), kernel.readClock());
        },
      },
      { clock },
    );
    expect(seen.map((read) => Math.round(read * 1e9))).toEqual(reads.map((read) => Math.round(read * 1e9)));
    expect([kernel.clockModel, kernel.now]).toEqual([clock, seen[2]]);
  });

  test("never goes back, whoever is late", () => {
    const bodies = (): Record<string, Body> => ({
      *A(kernel, note) {
        kernel.elapse(5);
        yield* touch(kernel);
        note(String(kernel.now));
        yield* sleepFor(kernel, 0.5);
        note(String(kernel.now));
      },
      B: sleeping(1),
    });
    for (const { notes } of runBothWays(bodies)) expect(notes).toEqual(["A: 5", "A: 5.5", "B: 6"]);
  });
});

describe("work that takes time", () => {
  test("lets the thread go on, and makes ready whose time has come, the earliest first", () => {
    const bodies = (): Record<string, Body> => ({
      C: sleeping(3),
      B: sleeping(2),
      later: sleeping(20),
      *A(kernel, note) {
        yield* sleepFor(kernel, 1);
        kernel.elapse(9);
        note(`worked until ${kernel.now}`);
        yield* touch(kernel);
        note("still there");
        yield* sleepFor(kernel, 1);
      },
    });
    for (const { notes } of runBothWays(bodies)) {
      expect(notes).toEqual(["A: worked until 10", "A: still there", "B: 10", "C: 10", "later: 20"]);
    }
  });
});

describe("deadlines within a millisecond of each other", () => {
  const bodies = (): Record<string, Body> => ({
    A: sleeping(1),
    B: sleeping(1.0005),
    C: sleeping(1.0009),
    D: sleeping(1.0015),
  });

  test("are met one after the other by default", () => {
    for (const { notes } of runBothWays(bodies)) {
      expect(notes).toEqual(["A: 1", "B: 1.0005", "C: 1.0009", "D: 1.0015"]);
    }
  });

  test("may be met together: the clock can go to each of them, and who is due can go in any order", () => {
    const chooser = new Script(0, 0, 0, 2, 2);
    expect(runThreads(bodies(), { chooser }).notes).toEqual(["C: 1.0009", "A: 1.0009", "B: 1.0009", "D: 1.0015"]);
    expect(chooser.asked.slice(3)).toEqual(["3 clock: 3", "4 thread: A B C", "5 thread: A B"]);
  });

  test("can be nobody's business on a clock that stands still", () => {
    const chooser = new Script();
    runThreads(bodies(), { chooser, clock: "frozen" });
    expect(chooser.asked.filter((line) => line.includes("clock"))).toEqual([]);
  });

  test("that are the same are one", () => {
    const threads = [1.0005, 1, 1.0005, 1.001, 0.5].map((deadline, at) =>
      threadAt(at === 4 ? READY : BLOCKED, deadline),
    );
    expect(nearDeadlines(threads, 1)).toEqual([1, 1.0005]);
    const chooser = new Script();
    runThreads({ A: sleeping(1), B: sleeping(1) }, { chooser });
    expect(chooser.asked).toEqual(["0 thread: A B", "1 thread: A B"]);
  });
});

describe("the lagging mode", () => {
  const lagging = "lagging";

  test("lets time pass while a thread could run, where something is to be late for", () => {
    const bodies = (): Record<string, Body> => ({
      B: sleeping(1),
      *A(kernel, note) {
        yield* touch(kernel);
        note(`touched at ${kernel.now}`);
        yield* touch(kernel);
      },
    });
    const chooser = new Script(0, 0, 1);
    const { notes, kernel } = runThreads(bodies(), { chooser, timing: lagging });
    expect(notes).toEqual(["A: touched at 1", "B: 1"]);
    // Time passes only where a deadline lies ahead: not before B sleeps, and not once it is awake.
    expect(chooser.asked).toEqual([
      "0 thread: B A",
      "1 thread: A time",
      "2 thread: A time (preempts)",
      "3 thread: A B (preempts)",
      "4 thread: A B (preempts)",
    ]);
    expect([kernel.decisions, kernel.preemptions]).toEqual([[2, -1], 0]);
  });

  test("is another than the punctual one, which never asks", () => {
    const chooser = new Script();
    runThreads({ B: sleeping(1), A: sleeping(0) }, { chooser });
    expect(chooser.asked).toEqual(["0 thread: B A"]);
  });

  test("never passes the time limit", () => {
    const chooser = new Script();
    const { ending } = runThreads({ B: sleeping(10), A: sleeping(0) }, { chooser, timing: lagging, maxTime: 5 });
    expect(chooser.asked).toEqual(["0 thread: B A"]);
    expect(ending).toEqual({ kind: "time limit", limit: 5 });
  });

  test("makes a thread late for its own alarm", () => {
    const seen: number[] = [];
    const chooser = new Script(1, 1, 0);
    runThreads(
      {
        *A(kernel) {
          const { thread } = kernel;
          if (thread !== null) thread.alarm = { nextAfter: (now) => [2, 4].find((at) => at > now) ?? Infinity };
          yield* touch(kernel);
          seen.push(kernel.now);
        },
      },
      { chooser, timing: lagging },
    );
    expect(chooser.asked).toEqual(["0 thread: A time (preempts)", "1 thread: A time (preempts)"]);
    expect(seen).toEqual([4]);
  });

  test("makes a wait time out although it could have been served", () => {
    const gate = gateOf("gate");
    const bodies: Record<string, Body> = {
      *A(kernel, note) {
        note(String(yield* waitAt(kernel, gate.passing, 1)));
      },
      *B(kernel) {
        yield* touch(kernel);
        kernel.open(gate.gate);
      },
    };
    expect(runThreads(bodies, { chooser: new Script(0, 1, 1), timing: lagging }).notes).toEqual(["A: false"]);
  });

  test("changes nothing where nobody watches", () => {
    const bodies = { B: sleeping(1), A: sleeping(0) };
    expect(runThreads(bodies, { timing: lagging }).notes).toEqual(runThreads(bodies).notes);
  });
});

test("the next deadline is the earliest of those who wait for one", () => {
  const threads = [threadAt(READY, 1), threadAt(BLOCKED, 3), threadAt(BLOCKED, 2), threadAt(DONE, 0)];
  expect([nextDeadline(threads), nextDeadline([])]).toEqual([2, Infinity]);
});

test("one can be late for a deadline of who waits, and for an alarm of who is ready", () => {
  const blocked = threadAt(BLOCKED, 3, 1);
  const ready = threadAt(READY, 0.5, 2);
  expect(nextLag([blocked, ready], 0)).toBe(2);
  expect(nextLag([blocked, ready], 2)).toBe(3);
  expect(nextLag([ready, threadAt(READY, 1)], 2)).toBe(Infinity);
});
