/** Waiting at a gate and sleeping: deadlines, `expired`, and the instant at which both come. */
import { waitAt } from "interloop";
import { describe, expect, test } from "vitest";
import { sleepFor } from "../../src/kernel/wait.js";
import { type Body, gateOf, runBothWays, runThreads, Script, touch } from "./bare.js";

/** Waits with a deadline, and notes whether the gate was open in time, and when it went on. */
const waiting = ({ passing }: ReturnType<typeof gateOf>, deadline?: number): Body =>
  function* (kernel, note) {
    const passed = yield* waitAt(kernel, passing, deadline);
    note(`${passed} at ${kernel.now}`);
  };

/** Opens a gate after some seconds. */
const opening = ({ gate }: ReturnType<typeof gateOf>, seconds: number): Body =>
  function* (kernel) {
    yield* sleepFor(kernel, seconds);
    kernel.open(gate);
  };

describe("waiting at a gate", () => {
  test.each<[string, boolean, number | undefined, number, string]>([
    ["that is open does not wait", true, undefined, 1, "true at 0"],
    ["that is open does not wait, though the deadline has passed", true, -1, 1, "true at 0"],
    ["lasts until it is opened", false, undefined, 2, "true at 2"],
    ["ends well before the deadline", false, 5, 2, "true at 2"],
    ["ends at the deadline", false, 1, 2, "false at 1"],
    ["does not begin when the deadline has come", false, 0, 2, "false at 0"],
    ["does not begin when the deadline has passed", false, -1, 2, "false at 0"],
  ])("%s", (_title, open, deadline, opened, outcome) => {
    const bodies = (): Record<string, Body> => {
      const gate = gateOf("gate", open);
      return { A: waiting(gate, deadline), B: opening(gate, opened) };
    };
    for (const { notes } of runBothWays(bodies)) expect(notes).toEqual([`A: ${outcome}`]);
  });

  test("leaves no trace at the gate, however it ends", () => {
    const gate = gateOf("gate");
    const { threads } = runThreads({ A: waiting(gate, 1), B: waiting(gate), C: opening(gate, 2) });
    expect(gate.gate.waiters).toEqual([]);
    expect(threads.map((thread) => thread.deadline)).toEqual([Infinity, Infinity, Infinity]);
  });

  test("says in `expired` that it was time, and takes that back at the next wait", () => {
    const gate = gateOf("gate");
    const seen: unknown[] = [];
    runThreads({
      *A(kernel) {
        yield* waitAt(kernel, gate.passing, 1);
        seen.push(kernel.thread?.expired);
        yield* waitAt(kernel, gate.passing, 5);
        seen.push(kernel.thread?.expired);
      },
      B: opening(gate, 2),
    });
    expect(seen).toEqual([true, false]);
  });

  test("that is closed again in the meantime still ends at its deadline", () => {
    const bodies = (): Record<string, Body> => {
      const gate = gateOf("gate");
      return {
        A: waiting(gate, 3),
        *B(kernel) {
          yield* sleepFor(kernel, 1);
          kernel.open(gate.gate);
          yield* touch(kernel);
          kernel.close(gate.gate);
        },
      };
    };
    for (const { notes } of runBothWays(bodies)) expect(notes).toEqual(["A: false at 3"]);
  });

  test("that is closed again when the deadline has come ends there", () => {
    const gate = gateOf("gate");
    const bodies: Record<string, Body> = {
      A: waiting(gate, 1),
      *B(kernel) {
        kernel.open(gate.gate);
        kernel.elapse(2);
        yield* touch(kernel);
        kernel.close(gate.gate);
      },
    };
    expect(runThreads(bodies).notes).toEqual(["A: false at 2"]);
  });
});

describe("a gate that opens at the very instant of a deadline", () => {
  const bodies = (): Record<string, Body> => {
    const gate = gateOf("gate");
    return { B: opening(gate, 1), A: waiting(gate, 1) };
  };

  test("has come too late by default", () => {
    for (const { notes } of runBothWays(bodies)) expect(notes).toEqual(["A: false at 1"]);
  });

  test("is a choice of its own, and can have come in time", () => {
    const chooser = new Script(0, 0, 1);
    expect(runThreads(bodies(), { chooser }).notes).toEqual(["A: true at 1"]);
    expect(chooser.asked).toEqual(["0 thread: B A", "1 thread: B A", "2 timeout: 2"]);
  });

  test("is none when the waiter went first", () => {
    const chooser = new Script(0, 1);
    expect(runThreads(bodies(), { chooser }).notes).toEqual(["A: false at 1"]);
    expect(chooser.asked).toEqual(["0 thread: B A", "1 thread: B A"]);
  });
});

describe("sleeping", () => {
  const sleeping = (seconds: number): Body =>
    function* (kernel, note) {
      yield* sleepFor(kernel, seconds);
      note(String(kernel.now));
    };

  test("lasts as long as it says", () => {
    for (const { notes, kernel } of runBothWays(() => ({ A: sleeping(2), B: sleeping(0.5) }))) {
      expect([notes, kernel.steps]).toEqual([["B: 0.5", "A: 2"], 2]);
    }
  });

  test("for 0 or less only gives way, and by default nobody takes it", () => {
    for (const seconds of [0, -1]) {
      const bodies = (): Record<string, Body> => ({ A: sleeping(seconds), B: sleeping(0) });
      for (const { notes, kernel } of runBothWays(bodies)) {
        expect([notes, kernel.steps]).toEqual([["A: 0", "B: 0"], 2]);
      }
      expect(runThreads(bodies(), { chooser: new Script(0, 1) }).notes).toEqual(["B: 0", "A: 0"]);
    }
  });

  test("until the same time ends in the order in which it began, and in order of the threads", () => {
    const bodies = (): Record<string, Body> => ({
      *A(kernel, note) {
        yield* sleepFor(kernel, 1);
        yield* sleeping(1)(kernel, note);
      },
      B: sleeping(2),
      C: sleeping(2),
    });
    for (const { notes } of runBothWays(bodies)) expect(notes).toEqual(["A: 2", "B: 2", "C: 2"]);
  });
});
