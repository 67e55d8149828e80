/** Small programs of threads that share something, with all that can come out of them. */
import { type Blocking, explore, print, replay, type Scenario, threading, time } from "interloop";
import { describe, expect, test } from "vitest";
import { censusOf } from "../explore/judge.js";
import { inShort, outcomesOf } from "./outcomes.js";

/** Starts threads with these bodies one after the other, joins them, and prints the result. */
function scenario(bodies: () => readonly (() => Blocking<void>)[], result: () => unknown): Scenario {
  return function* (): Blocking<void> {
    const threads = bodies().map((target) => new threading.Thread({ target }));
    for (const thread of threads) yield* thread.start();
    for (const thread of threads) yield* thread.join();
    yield* print(result());
  };
}

/** What the simpler enumerator says, in the same form. */
function judged(program: Scenario): Record<string, number> {
  return Object.fromEntries(
    [...censusOf(program)].map(([key, count]) => [
      key.replace(/^returned: /u, "").replace(/^(\w+): [^]*: /u, "$1: "),
      count,
    ]),
  );
}

describe("two increments", () => {
  let counter = 0;
  const unlocked = scenario(
    () => {
      counter = 0;
      const increment = function* (): Blocking<void> {
        const seen = counter;
        yield* time.sleep(0);
        counter = seen + 1;
      };
      return [increment, increment];
    },
    () => counter,
  );

  // Each reads and later writes: the second update is lost when it read before the first wrote.
  test("without a lock end in 1 or in 2, and in nothing else", () => {
    expect(outcomesOf(unlocked)).toEqual({ "2\n": 584, "1\n": 295 });
    expect(judged(unlocked)).toEqual({ "2\n": 584, "1\n": 295 });
  });

  test("lose an update in a schedule of two departures, which can be replayed", () => {
    const [, lost] = explore(unlocked).outcomes;
    expect(lost).toMatchObject({ output: "1\n", schedule: "i1:1=t0,3=t2", departures: 2, preemptions: 1 });
    expect(replay(unlocked, "i1:1=t0,3=t2").output).toBe("1\n");
  });

  test("under a lock end in 2", () => {
    const locked = scenario(
      () => {
        counter = 0;
        const lock = new threading.Lock();
        const increment = (): Blocking<void> =>
          lock.with(function* (): Blocking<void> {
            const seen = counter;
            yield* time.sleep(0);
            counter = seen + 1;
          });
        return [increment, increment];
      },
      () => counter,
    );
    const report = explore(locked);
    expect(report.verdict).toBe("exhausted");
    expect(inShort(report)).toEqual({ "2\n": 9739 });
  });
});

describe("two locks taken in opposite order", () => {
  function* crossing(): Blocking<void> {
    const [a, b] = [new threading.Lock(), new threading.Lock()];
    const body = (): Blocking<void> => b.with(() => a.with(nothing));
    const thread = new threading.Thread({ target: body });
    yield* thread.start();
    yield* a.with(() => b.with(nothing));
    yield* thread.join();
  }

  function* nothing(): Blocking<void> {
    // The locks are all that matters.
  }

  // main and t each take their first lock before the other takes its second: 6 of the 68 executions.
  test("deadlock in some schedules, and the ending says who waits for whom", () => {
    const report = explore(crossing);
    expect([report.verdict, report.reason]).toEqual([
      "failed",
      "6 of 68 executions failed (deadlock 6); every schedule was run",
    ]);
    expect(inShort(report)).toEqual({ "": 62, "deadlock: ": 6 });
    expect(judged(crossing)).toEqual({ "": 62, "deadlock: ": 6 });
    expect(report.outcomes[1]?.ending.text.split("\n")).toEqual([
      "deadlock: no thread can go on, and no time will free one",
      "  MainThread: acquire lock, waits for lock 2 → Thread-1 (body) → lock 1 → MainThread",
      "  Thread-1 (body): acquire lock, waits for lock 1 → MainThread → lock 2 → Thread-1 (body)",
      "  cycle: MainThread → lock 2 → Thread-1 (body) → lock 1 → MainThread",
    ]);
    expect(report.outcomes[1]?.schedule).toBe("i1:2=t0");
  });
});

describe("a hand-over", () => {
  test("by an event is always in order", () => {
    const handOver = function* (): Blocking<void> {
      const event = new threading.Event();
      const body = function* (): Blocking<void> {
        yield* print("set");
        yield* event.set();
      };
      const thread = new threading.Thread({ target: body });
      yield* thread.start();
      yield* event.wait();
      yield* print("go on");
      yield* thread.join();
    };
    expect(outcomesOf(handOver)).toEqual({ "set\ngo on\n": 61 });
    expect(judged(handOver)).toEqual({ "set\ngo on\n": 61 });
  });

  test("by a condition works whether the item is there before the consumer looks or after", () => {
    const handOver = function* (): Blocking<void> {
      const condition = new threading.Condition();
      const items: string[] = [];
      const body = (): Blocking<void> =>
        condition.with(function* (): Blocking<void> {
          items.push("item");
          yield* condition.notify();
        });
      const thread = new threading.Thread({ target: body });
      yield* thread.start();
      yield* condition.acquire();
      const waited = items.length === 0;
      if (waited) yield* condition.wait();
      yield* condition.release();
      yield* print(waited ? "waited" : "there", items.pop());
      yield* thread.join();
    };
    expect(Object.keys(outcomesOf(handOver)).sort()).toEqual(["there item\n", "waited item\n"]);
    expect(outcomesOf(handOver)).toEqual(judged(handOver));
  });

  test("by a condition without a look at the item can lose the wake-up for ever", () => {
    const handOver = function* (): Blocking<void> {
      const condition = new threading.Condition();
      const thread = new threading.Thread({ target: () => condition.with(() => condition.notify()) });
      yield* thread.start();
      yield* condition.with(() => condition.wait());
      yield* thread.join();
    };
    expect(outcomesOf(handOver)).toEqual({ "": 28, "deadlock: ": 13 });
    expect(judged(handOver)).toEqual({ "": 28, "deadlock: ": 13 });
  });
});

describe("a wait with a timeout of 1 s", () => {
  /** Another thread sets the event after some time. */
  function setAfter(seconds: number): Scenario {
    return function* (): Blocking<void> {
      const event = new threading.Event();
      const body = function* (): Blocking<void> {
        if (seconds > 0) yield* time.sleep(seconds);
        yield* event.set();
      };
      const thread = new threading.Thread({ target: body });
      yield* thread.start();
      yield* print(yield* event.wait(1));
      yield* thread.join();
    };
  }

  test("on an event that is set at once is always served, unless the machine is busy", () => {
    expect(outcomesOf(setAfter(0))).toEqual({ "True\n": 25 });
    expect(outcomesOf(setAfter(0), { timing: "lagging" })).toEqual({ "True\n": 41, "False\n": 50 });
  });

  test("on an event that is set at the same instant can go either way", () => {
    expect(Object.keys(outcomesOf(setAfter(1))).sort()).toEqual(["False\n", "True\n"]);
  });

  test("on an event that is set later times out, unless the machine is busy", () => {
    expect(Object.keys(outcomesOf(setAfter(2)))).toEqual(["False\n"]);
    expect(Object.keys(outcomesOf(setAfter(2), { timing: "lagging" })).sort()).toEqual(["False\n", "True\n"]);
  });

  test("on an event that is set a little earlier can go either way only within the clock's slack of 1 ms", () => {
    expect(Object.keys(outcomesOf(setAfter(0.9999))).sort()).toEqual(["False\n", "True\n"]);
    expect(Object.keys(outcomesOf(setAfter(0.99)))).toEqual(["True\n"]);
  });
});
