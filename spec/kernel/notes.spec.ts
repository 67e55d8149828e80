/** What an observer is told by the kernel itself. */
import { waitAt } from "interloop";
import { describe, expect, test } from "vitest";
import { sleepFor } from "../../src/kernel/wait.js";
import { type Body, gateOf, Lines, runThreads, Script, touch } from "./bare.js";

const twice: Body = function* (kernel, note) {
  for (const letter of "ab") {
    note(letter);
    yield* touch(kernel);
  }
};

describe("what an observer is told", () => {
  test("of waiting and waking: for what, until when, and what woke the thread", () => {
    const observer = new Lines();
    const { gate, passing } = gateOf("door");
    runThreads(
      {
        *A(kernel) {
          yield* waitAt(kernel, passing);
          kernel.close(gate);
          yield* waitAt(kernel, passing, 3);
        },
        *B(kernel) {
          yield* sleepFor(kernel, 1);
          kernel.open(gate, 99);
        },
      },
      { observer, clock: "frozen" },
    );
    expect(observer.lines).toEqual([
      "thread.wait <0 operation=pass door object=door 1 until=null",
      "thread.wait <0 operation=sleep object=null until=1",
      "clock.advance <0",
      "thread.wake <3 by=time",
      "thread.wake <99 by=gate",
      "thread.wait <5 operation=pass door object=door 1 until=3",
      "clock.advance <0",
      "thread.wake <7 by=time",
    ]);
  });

  test("of a thread that another one stopped by closing its gate, and of a preemption", () => {
    const observer = new Lines();
    const { gate, passing } = gateOf("door", true);
    runThreads(
      {
        *A(kernel) {
          yield* waitAt(kernel, passing);
        },
        *B(kernel) {
          kernel.close(gate);
          yield* touch(kernel);
          kernel.open(gate);
        },
      },
      { observer, chooser: new Script(0, 1) },
    );
    expect(observer.lines).toEqual([
      "thread.preempt <0 to=1",
      "thread.wait <0 operation=pass door object=door 1 until=null",
      "thread.wake <0 by=gate",
    ]);
  });

  test("of nothing that would change the run", () => {
    const bodies = { A: twice, B: twice };
    const plain = runThreads(bodies);
    const observed = runThreads(bodies, { observer: new Lines() });
    expect([observed.notes, observed.kernel.steps]).toEqual([plain.notes, plain.kernel.steps]);
  });
});
