/** Semaphores, barriers and timers, beyond the judge cases `semaphore_*`, `barrier_*` and `timer*`: corners and laws. */
import fc from "fast-check";
import { type Blocking, builtins, repr, simulate, threading, time, UsageError } from "interloop";
import { describe, expect, test } from "vitest";
import { failure, failures, runBoth } from "../judge.js";

/** What a scenario gives, in one version; the run must end well. */
function asked<T>(scenario: () => Blocking<T>, python = "3.13"): T {
  let answer: T | undefined;
  const run = runBoth(
    function* (): Blocking<void> {
      answer = yield* scenario();
    },
    { python, maxSteps: 100_000 },
  );
  expect(run.ending).toEqual({ kind: "returned", value: undefined });
  return answer as T;
}

describe("outside a run", () => {
  test.each<[string, () => unknown]>([
    ["a semaphore", () => new threading.Semaphore()],
    ["a bounded semaphore", () => new threading.BoundedSemaphore()],
    ["a barrier", () => new threading.Barrier(2)],
    ["a timer", () => new threading.Timer(1, () => undefined)],
  ])("%s cannot be made", (_name, make) => {
    expect(make).toThrow(UsageError);
  });
});

describe("a call that is not driven is told", () => {
  test.each<[string, () => void]>([
    ["semaphore.acquire(…)", () => void new threading.Semaphore().acquire()],
    ["semaphore.release(…)", () => void new threading.Semaphore().release()],
    ["barrier.wait(…)", () => void new threading.Barrier(2).wait()],
    ["barrier.reset()", () => void new threading.Barrier(2).reset()],
    ["barrier.abort()", () => void new threading.Barrier(2).abort()],
    ["event.set()", () => void new threading.Timer(1, () => undefined).cancel()],
  ])("%s", (name, call) => {
    const scenario = function* (): Blocking<void> {
      call();
      yield* time.sleep(0);
    };
    expect(() => simulate(scenario)).toThrow(`${name} was called but never driven`);
  });
});

describe("a semaphore", () => {
  // A model of one thread: no wait is ever served, so each call can be foretold.
  test("counts as its model does", () => {
    const calls = fc.array(fc.constantFrom("acquire", "release", "two"), { maxLength: 30 });
    fc.assert(
      fc.property(fc.nat({ max: 3 }), fc.boolean(), calls, (value, bounded, list) => {
        const found = asked(function* (): Blocking<unknown[]> {
          const semaphore = new (bounded ? threading.BoundedSemaphore : threading.Semaphore)(value);
          const results: unknown[] = [];
          for (const call of list) {
            if (call === "acquire") results.push(yield* semaphore.acquire(false));
            else results.push(yield* failure(() => semaphore.release(call === "two" ? 2 : 1)));
          }
          return [...results, /value=\d+/.exec(repr(semaphore))?.[0]];
        });
        let left = value;
        const expected: unknown[] = list.map((call) => {
          if (call === "acquire") return left > 0 ? left-- > 0 : false;
          const count = call === "two" ? 2 : 1;
          if (bounded && left + count > value) return "ValueError: Semaphore released too many times";
          left += count;
          return "None";
        });
        expect(found).toEqual([...expected, `value=${String(left)}`]);
      }),
      { numRuns: 50 },
    );
  });

  test("wakes as many as were released, in order of coming, when nobody else comes", () => {
    const order = asked(function* () {
      const [semaphore, woken] = [new threading.Semaphore(0), [] as string[]];
      const threads = ["a", "b", "c", "d"].map(
        (name) =>
          new threading.Thread({
            *target(): Blocking<void> {
              yield* semaphore.acquire();
              woken.push(name);
            },
          }),
      );
      for (const thread of threads) yield* thread.start();
      yield* semaphore.release(3);
      yield* time.sleep(1);
      const first = woken.join("");
      yield* semaphore.release();
      for (const thread of threads) yield* thread.join();
      return `${first} ${woken.join("")}`;
    });
    expect(order).toBe("abc abcd");
  });

  test("is entered by its own class's acquire, and left by the release of a subclass", () => {
    class Counting extends threading.Semaphore {
      readonly calls: string[] = [];
      override acquire(blocking = true, timeout: number | null = null): Blocking<boolean> {
        this.calls.push("acquire");
        return super.acquire(blocking, timeout);
      }
      override release(): Blocking<void> {
        this.calls.push("release");
        return super.release();
      }
    }
    const calls = asked(function* () {
      const semaphore = new Counting();
      yield* semaphore.with(() => time.sleep(0));
      return semaphore.calls;
    });
    expect(calls).toEqual(["release"]);
  });

  test("releases a number that is not whole only where it wakes all at once", () => {
    const half = (): Blocking<string[]> => {
      const semaphore = new threading.Semaphore(0);
      return failures(() => semaphore.release(1.5));
    };
    expect(asked(half, "3.11")).toEqual(["TypeError: 'float' object cannot be interpreted as an integer"]);
    expect(asked(half, "3.12")).toEqual(["None"]);
  });

  test("reads the clock once for each turn of a wait with a timeout", () => {
    const reads = asked(function* () {
      const semaphore = new threading.Semaphore(0);
      const before = time.monotonic();
      yield* semaphore.acquire(true, 0.5);
      return Math.round((time.monotonic() - before) * 1e9) - 500_000_000;
    });
    // One for the end of the wait, one after it, and the one that asks.
    expect(reads).toBe(3);
  });
});

describe("a barrier", () => {
  test("gives each thread its number in order of coming, round after round", () => {
    const numbers = asked(function* () {
      const barrier = new threading.Barrier(3);
      const numbers: string[] = [];
      const body = (name: string) =>
        function* (): Blocking<void> {
          for (let round = 0; round < 3; round++) numbers.push(`${name}${String(yield* barrier.wait())}`);
        };
      const threads = ["a", "b"].map((name) => new threading.Thread({ target: body(name) }));
      for (const thread of threads) yield* thread.start();
      yield* body("m")();
      for (const thread of threads) yield* thread.join();
      return numbers;
    });
    const rounds = [0, 3, 6].map((at) => numbers.slice(at, at + 3).map((one) => one.slice(1)));
    expect(rounds.map((round) => round.sort())).toEqual([
      ["0", "1", "2"],
      ["0", "1", "2"],
      ["0", "1", "2"],
    ]);
  });

  test("whose action fails is broken for the others, and the error is the last one's", () => {
    const found = asked(function* () {
      const barrier = new threading.Barrier(2, () => {
        throw new builtins.KeyError("k");
      });
      const other: string[] = [];
      const thread = new threading.Thread({
        *target(): Blocking<void> {
          other.push(yield* failure(() => barrier.wait()));
        },
      });
      yield* thread.start();
      const mine = yield* failure(() => barrier.wait());
      yield* thread.join();
      return [mine, ...other, barrier.broken, barrier.n_waiting];
    });
    expect(found).toEqual(["KeyError: 'k'", "BrokenBarrierError: ", true, 0]);
  });

  test("that its action aborts is a deadlock of one thread with itself, as in CPython", () => {
    const run = simulate(function* () {
      const barrier: threading.Barrier = new threading.Barrier(1, () => barrier.abort());
      yield* barrier.wait();
    });
    expect(run.endingText.split("\n")[1]).toBe(
      "  MainThread: acquire internal lock, waits for internal lock 1 → MainThread",
    );
  });

  test("for nobody is refused from 3.13 on", () => {
    const none = (): Blocking<string[]> => failures(() => new threading.Barrier(0).reset());
    expect(asked(none, "3.12")).toEqual(["None"]);
    expect(asked(none, "3.13")).toEqual(["ValueError: parties must be > 0"]);
    expect(asked(none, "3.14")).toEqual(["ValueError: parties must be >= 1"]);
  });
});

describe("a timer", () => {
  test("passes its arguments, also changed ones, and prints what fails as a thread does", () => {
    const run = simulate(function* () {
      const timer = new threading.Timer<number[]>(
        0.1,
        (n: number) => {
          throw new builtins.ValueError(n);
        },
        [1],
      );
      timer.args = [2];
      yield* timer.start();
      yield* timer.join();
    });
    expect(run.stderr).toMatch(/^Exception in thread Thread-1:\n[^]*ValueError: 2\n$/);
  });
});
