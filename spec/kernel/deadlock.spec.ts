/** The wait-for graph: chains that end, chains that go round, and what is not part of them. */
import { type Ending, Gate, Kernel, Operation, waitAt } from "interloop";
import { describe, expect, test } from "vitest";
import { describeWaits } from "../../src/kernel/deadlock.js";
import { sleepFor } from "../../src/kernel/wait.js";
import { type Body, gateOf, runThreads, Script } from "./bare.js";

type Deadlock = Extract<Ending, { kind: "deadlock" }>;

/** A lock as the kernel sees it. */
function lock(): { take: Body; gate: Gate } {
  const { gate, passing } = gateOf("lock", true);
  return {
    gate,
    *take(kernel) {
      yield* waitAt(kernel, passing);
      kernel.close(gate);
      gate.owner = kernel.thread;
    },
  };
}

/** Takes locks one after the other, with a second between them. */
const takes = (...locks: readonly { take: Body }[]): Body =>
  function* (kernel, note) {
    for (const { take } of locks) {
      yield* take(kernel, note);
      yield* sleepFor(kernel, 1);
    }
  };

/** The same deadlock, watched and not. */
function deadlockOf(bodies: () => Readonly<Record<string, Body>>): Deadlock {
  const [alone, watched] = [null, new Script()].map((chooser) => runThreads(bodies(), { chooser }).ending);
  expect(alone).toEqual(watched);
  expect(alone?.kind).toBe("deadlock");
  return alone as Deadlock;
}

describe("a deadlock", () => {
  test("names who waits for whom, and the cycle from its first thread on", () => {
    const { waits, cycle } = deadlockOf(() => {
      const [one, two] = [lock(), lock()];
      return { A: takes(one, two), B: takes(two, one) };
    });
    expect(waits).toEqual([
      { thread: "A", operation: "pass lock", chain: ["lock 1", "B", "lock 2", "A"] },
      { thread: "B", operation: "pass lock", chain: ["lock 2", "A", "lock 1", "B"] },
    ]);
    expect(cycle).toEqual(["A", "lock 1", "B", "lock 2", "A"]);
  });

  test("can be a thread's alone", () => {
    const { waits, cycle } = deadlockOf(() => {
      const one = lock();
      return { A: takes(one, one) };
    });
    expect(waits).toEqual([{ thread: "A", operation: "pass lock", chain: ["lock 1", "A"] }]);
    expect(cycle).toEqual(["A", "lock 1", "A"]);
  });

  test("of several threads has one cycle; who waits outside of it leads into it", () => {
    const { waits, cycle } = deadlockOf(() => {
      const [one, two, three] = [lock(), lock(), lock()];
      return { W: takes(one), A: takes(two, three), B: takes(three, two), C: takes(two) };
    });
    expect(waits).toEqual([
      { thread: "A", operation: "pass lock", chain: ["lock 1", "B", "lock 2", "A"] },
      { thread: "B", operation: "pass lock", chain: ["lock 2", "A", "lock 1", "B"] },
      { thread: "C", operation: "pass lock", chain: ["lock 2", "A", "lock 1", "B"] },
    ]);
    expect(cycle).toEqual(["A", "lock 1", "B", "lock 2", "A"]);
  });

  test("has no cycle where nobody in particular could help", () => {
    const { waits, cycle } = deadlockOf(() => {
      const { passing } = gateOf("event");
      const one = lock();
      return {
        *A(kernel, note) {
          yield* one.take(kernel, note);
          yield* waitAt(kernel, passing);
        },
        B: takes(one),
      };
    });
    expect(waits).toEqual([
      { thread: "A", operation: "pass event", chain: ["event 1"] },
      { thread: "B", operation: "pass lock", chain: ["lock 1", "A", "event 1"] },
    ]);
    expect(cycle).toEqual([]);
  });

  test("whose holder has ended: its chain ends there", () => {
    const { waits, cycle } = deadlockOf(() => {
      const one = lock();
      return { A: one.take, B: takes(one) };
    });
    expect(waits).toEqual([{ thread: "B", operation: "pass lock", chain: ["lock 1", "A"] }]);
    expect(cycle).toEqual([]);
  });

  test("leads through objects that are held by other objects", () => {
    const kernel = new Kernel();
    const [outer, inner] = [new Gate("future", false), new Gate("loop", false)];
    outer.owner = inner;
    const pass = new Operation("wait for future", outer, "read", outer);
    inner.owner = kernel.spawn(waitAt(kernel, pass), "A");
    expect(kernel.run()).toEqual({
      kind: "deadlock",
      waits: [{ thread: "A", operation: "wait for future", chain: ["future 1", "loop 1", "A"] }],
      cycle: ["A", "future 1", "loop 1", "A"],
    });
  });

  test("says it of daemon threads too, when another one waits", () => {
    const kernel = new Kernel();
    const { passing } = gateOf("gate");
    kernel.spawn(waitAt(kernel, passing), "daemon", true);
    kernel.spawn(waitAt(kernel, passing), "A");
    expect((kernel.run() as Deadlock).waits.map(({ thread }) => thread)).toEqual(["daemon", "A"]);
  });

  test("of a chain that is longer than anybody nests cuts it off", () => {
    const kernel = new Kernel();
    const gates = Array.from({ length: 200 }, () => new Gate("gate", false));
    gates.forEach((gate, at) => (gate.owner = gates[at + 1] ?? null));
    const [first] = gates;
    kernel.spawn(waitAt(kernel, new Operation("pass", first ?? null, "read", first)), "A");
    const [wait] = (kernel.run() as Deadlock).waits;
    expect([wait?.chain.length, wait?.chain.at(-1)]).toEqual([64, "gate 64"]);
  });
});

test("threads that are not blocked wait for nothing", () => {
  const kernel = new Kernel();
  kernel.spawn((function* () {})(), "ready");
  expect(describeWaits(kernel.threads, (object) => object.kind)).toEqual({ kind: "deadlock", waits: [], cycle: [] });
});
