/** Locks: the answers of CPython that lock.py gave, the order of waiting, and how long. */
import { type Blocking, builtins, explore, print, repr, simulate, threading, time, UsageError } from "interloop";
import { describe, expect, test } from "vitest";
import { current } from "../../src/kernel/current.js";
import { cases, elsewhere, failures, nameless, runBoth } from "../judge.js";

type AnyLock = threading.Lock | threading.RLock;

const pythonBool = (value: boolean): string => (value ? "True" : "False");

const questions: Record<string, () => Blocking<unknown>> = {
  *lock_results() {
    const lock = new threading.Lock();
    return yield* failures(
      ...[() => lock.locked(), () => lock.acquire(), () => lock.locked(), () => lock.acquire(false)],
      ...[() => lock.acquire(true, 0), () => lock.acquire(true, 0.001), () => lock.release(), () => lock.release()],
      ...[() => lock.acquire(false), () => lock.release()],
    );
  },
  *lock_of_another_thread() {
    const lock = new threading.Lock();
    yield* lock.acquire();
    const found = yield* elsewhere(
      ...[() => lock.acquire(false), () => lock.release(), () => lock.release(), () => lock.acquire(false)],
    );
    return [...found, yield* lock.locked()];
  },
  *rlock_results() {
    const lock = new threading.RLock();
    const [acquire, release] = [() => lock.acquire(), () => lock.release()];
    return yield* failures(
      ...[release, acquire, acquire, () => lock.acquire(false), () => lock.acquire(true, 0)],
      ...[release, release, release, release, release],
    );
  },
  *rlock_of_another_thread() {
    const lock = new threading.RLock();
    yield* lock.acquire();
    const found = yield* elsewhere(...[() => lock.acquire(false), () => lock.acquire(true, 0), () => lock.release()]);
    yield* lock.release();
    const later = yield* elsewhere(
      () => lock.acquire(false),
      () => lock.release(),
      () => lock.release(),
    );
    return [...found, ...later];
  },
  *texts() {
    const [lock, rlock] = [new threading.Lock(), new threading.RLock()];
    const found = [repr(lock), repr(rlock)];
    yield* lock.with(() =>
      rlock.with(() =>
        rlock.with(function* () {
          found.push(repr(lock), repr(rlock));
        }),
      ),
    );
    return [...found, repr(lock), repr(rlock)].map(nameless);
  },
  *entered() {
    const found: unknown[] = [];
    for (const lock of [new threading.Lock(), new threading.RLock(), new threading.Condition()]) {
      try {
        yield* lock.with(function* (value) {
          found.push(value);
          throw new builtins.KeyError("left");
        });
      } catch (error) {
        found.push(repr(error));
      }
      found.push(yield* elsewhere(() => lock.acquire(false)));
    }
    return found;
  },
};

describe("locks give what CPython's gave", () => {
  test.each(cases("threading/lock.json", (question) => questions[question]))("%s", (_question, ask) => {
    ask();
  });
});

describe.each<[string, () => AnyLock]>([
  ["Lock", () => new threading.Lock()],
  ["RLock", () => new threading.RLock()],
])("%s", (_name, make) => {
  /** Threads that want a lock which the main thread holds until 1; each notes when it has it, and keeps it for 1. */
  const queue = (names: string, timeout: number): string[] => {
    const found: string[] = [];
    runBoth(function* (): Blocking<void> {
      found.length = 0;
      const lock = make();
      yield* lock.acquire();
      for (const name of names) {
        const target = function* (): Blocking<void> {
          const taken = yield* lock.acquire(true, timeout);
          found.push(`${name} ${pythonBool(taken)} at ${current().now.toFixed(3)}`);
          if (!taken) return;
          yield* time.sleep(1);
          yield* lock.release();
        };
        yield* new threading.Thread({ target }).start();
      }
      yield* time.sleep(1);
      yield* lock.release();
    });
    return found;
  };

  test("goes to the thread that has waited for longest", () => {
    expect(queue("bca", -1)).toEqual(["b True at 1.000", "c True at 2.000", "a True at 3.000"]);
  });

  test("is not got by those whose time is up before", () => {
    expect(queue("abc", 1.5)).toEqual(["a True at 1.000", "b False at 1.500", "c False at 1.500"]);
  });

  test("may be taken by a thread that runs before one that waits for it: releasing gives it to nobody", () => {
    const found: string[] = [];
    runBoth(function* (): Blocking<void> {
      found.length = 0;
      const lock = make();
      yield* lock.acquire();
      const target = function* (): Blocking<void> {
        yield* lock.acquire();
        found.push("waiter");
        yield* lock.release();
      };
      yield* new threading.Thread({ target }).start();
      for (const turn of ["first", "second"]) {
        yield* lock.release();
        found.push(turn, pythonBool(yield* lock.acquire(false)));
      }
      yield* lock.release();
    });
    expect(found).toEqual(["first", "True", "second", "True", "waiter"]);
  });

  test("may also go to the waiter at once: both happen", () => {
    const scenario = function* (): Blocking<void> {
      const lock = make();
      yield* lock.acquire();
      const target = function* (): Blocking<void> {
        yield* lock.with(() => print("waiter"));
      };
      const thread = new threading.Thread({ target });
      yield* thread.start();
      yield* lock.release();
      yield* lock.with(() => print("main"));
      yield* thread.join();
    };
    const { outcomes, verdict } = explore(scenario);
    expect([verdict, ...outcomes.map(({ output }) => output).sort()]).toEqual([
      ...["exhausted", "main\nwaiter\n", "waiter\nmain\n"],
    ]);
  });

  test("is released at the end of a block that a coroutine or a thread leaves in any way", () => {
    const run = runBoth(function* (): Blocking<void> {
      const lock = make();
      const value = yield* lock.with(function* () {
        return "value";
      });
      yield* print(value, yield* elsewhere(() => lock.acquire(false)));
    });
    expect(run.output).toBe("value ['True']\n");
  });

  test("is not made outside a run, where it would stay taken", () => {
    expect(() => make()).toThrow(
      new UsageError(
        "no run is going on: call this inside a scenario that simulate(), explore() or the command line runs",
      ),
    );
  });

  test("is no memory from run to run", () => {
    const scenario = function* (): Blocking<void> {
      yield* make().acquire();
    };
    const runs = [1, 2].map(() => simulate(scenario, { trace: true }).trace.events);
    expect(runs[0]).toEqual(runs[1]);
  });
});

test("waiting for a lock for 0 seconds looks once", () => {
  const run = runBoth(function* (): Blocking<void> {
    const lock = new threading.Lock();
    yield* lock.acquire();
    yield* print(yield* lock.acquire(true, 0), current().now);
  });
  expect(run.output).toBe("False 0\n");
});

test("who waits for a lock waits for its owner: a deadlock names them", () => {
  const { ending } = simulate(function* (): Blocking<void> {
    const [lock, rlock] = [new threading.Lock(), new threading.RLock()];
    const target = function* (): Blocking<void> {
      yield* rlock.acquire();
      yield* lock.acquire();
    };
    yield* lock.acquire();
    yield* new threading.Thread({ target, name: "other" }).start();
    yield* rlock.acquire();
  });
  expect(ending).toEqual({
    kind: "deadlock",
    waits: [
      { thread: "MainThread", operation: "acquire rlock", chain: ["rlock 1", "other", "lock 1", "MainThread"] },
      { thread: "other", operation: "acquire lock", chain: ["lock 1", "MainThread", "rlock 1", "other"] },
    ],
    cycle: ["MainThread", "rlock 1", "other", "lock 1", "MainThread"],
  });
});

describe("a call that is not driven is told", () => {
  test.each<[string, () => Blocking<unknown>]>([
    ["lock.acquire(…)", () => new threading.Lock().acquire()],
    ["lock.release()", () => new threading.Lock().release()],
    ["lock.locked()", () => new threading.Lock().locked()],
    ["rlock.acquire(…)", () => new threading.RLock().acquire()],
    ["rlock.release()", () => new threading.RLock().release()],
  ])("%s", (name, call) => {
    const scenario = function* (): Blocking<void> {
      void call();
    };
    const text = `${name} was called but never driven, so nothing happened: write \`yield* ${name}\``;
    expect(() => simulate(scenario)).toThrow(new UsageError(text));
  });
});
