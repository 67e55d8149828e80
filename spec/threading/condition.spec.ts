/** Conditions and events: the answers of CPython that condition.py gave, and the order of waking with its timeouts. */
import { type Blocking, repr, simulate, threading, time, UsageError } from "interloop";
import { describe, expect, test } from "vitest";
import { current } from "../../src/kernel/current.js";
import { cases, elsewhere, failure, failures, nameless, runBoth } from "../judge.js";

/** Starts threads that wait at a condition, in this order; each calls back when it has been woken, with the lock held. */
function* startWaiters(
  condition: threading.Condition,
  names: readonly string[],
  woken: (name: string, notified: boolean) => void,
  timeout: number | null = null,
): Blocking<threading.Thread[]> {
  const threads = names.map(
    (name) =>
      new threading.Thread({
        name,
        target: () =>
          condition.with(function* () {
            woken(name, yield* condition.wait(timeout));
          }),
      }),
  );
  for (const thread of threads) yield* thread.start();
  return threads;
}

/** What Python returns where there is nothing to return. */
function* none(call: Blocking<void>): Blocking<null> {
  yield* call;
  return null;
}

function* countWoken(count: number): Blocking<unknown> {
  const condition = new threading.Condition();
  const before = 3;
  yield* startWaiters(condition, ["a", "b", "c"], () => undefined);
  yield* condition.acquire();
  const answer = yield* failure(() => condition.notify(count));
  const left = Number(/, (\d+)\)>$/.exec(repr(condition))?.[1]);
  yield* condition.notify_all();
  yield* condition.release();
  return [answer, before - left];
}

const questions: Record<string, () => Blocking<unknown>> = {
  *not_held() {
    const [condition, plain] = [new threading.Condition(), new threading.Condition(new threading.Lock())];
    return yield* failures(
      ...[() => condition.wait(), () => condition.notify(), () => condition.notify_all(), () => condition.release()],
      ...[() => plain.wait(), () => plain.notify(), () => plain.release()],
      ...[() => condition.wait(-1), () => condition.notify(-1)],
    );
  },
  *held_by_another_thread() {
    const found: unknown[] = [];
    for (const lock of [undefined, new threading.Lock()]) {
      const condition = new threading.Condition(lock);
      yield* condition.acquire();
      found.push(
        yield* elsewhere(
          () => condition.notify(),
          () => condition.release(),
        ),
      );
    }
    return found;
  },
  *texts() {
    const [condition, event] = [new threading.Condition(), new threading.Event()];
    const found = [repr(condition), repr(event)];
    yield* condition.acquire();
    yield* condition.acquire();
    yield* event.set();
    found.push(repr(condition), repr(event));
    const plain = new threading.Condition(new threading.Lock());
    yield* plain.acquire();
    return [...found, repr(plain)].map(nameless);
  },
  *waiting_text() {
    const condition = new threading.Condition();
    yield* startWaiters(condition, ["a"], () => undefined);
    return yield* condition.with(function* () {
      const text = repr(condition);
      yield* condition.notify();
      return nameless(text);
    });
  },
  *results() {
    const [condition, event] = [new threading.Condition(), new threading.Event()];
    const found: unknown[] = [];
    yield* condition.with(function* (entered) {
      found.push(entered, yield* condition.wait(0), yield* condition.wait(-1), yield* condition.acquire());
      found.push(
        yield* none(condition.release()),
        yield* none(condition.notify()),
        yield* none(condition.notify_all()),
      );
      found.push(yield* condition.wait_for(() => 7), yield* condition.wait_for((): number[] => [], 0));
      found.push(yield* condition.wait_for(() => "", -1), yield* condition.wait(0.001));
    });
    found.push(yield* event.is_set(), yield* event.wait(0), yield* event.wait(-1), yield* none(event.set()));
    found.push(yield* event.is_set(), yield* event.wait(), yield* none(event.clear()));
    return [...found, yield* event.is_set(), yield* event.wait(0.001)];
  },
  *reads_of_wait_for() {
    const found: number[] = [];
    for (const looks of [1, 2, 3]) {
      for (const timeout of [null, 5]) {
        const condition = new threading.Condition();
        condition.wait = function* (): Blocking<boolean> {
          return true;
        };
        let left = looks;
        const start = current().now;
        yield* condition.wait_for(() => --left === 0, timeout);
        found.push(Math.round((current().now - start) * 1e9));
      }
    }
    return found;
  },
};

describe("conditions and events give what CPython's gave", () => {
  test.each(
    cases("threading/condition.json", (question) => {
      const [, count] = /^notify (.*)$/.exec(question) ?? [];
      if (count === undefined) return questions[question];
      return () => countWoken(count === "inf" ? Infinity : Number(count));
    }),
  )("%s", (_question, ask) => {
    ask();
  });
});

describe("a condition", () => {
  /** Three threads wait; then something is done with the lock held, which is kept for a while. */
  const order = (
    action: (condition: threading.Condition) => Blocking<void>,
    timeout: number | null = null,
  ): string[] => {
    const woken: string[] = [];
    const run = runBoth(function* (): Blocking<void> {
      woken.length = 0;
      const condition = new threading.Condition();
      const note = (name: string, notified: boolean): void =>
        void woken.push(`${name} ${String(notified)} at ${current().now.toFixed(3)}`);
      const threads = yield* startWaiters(condition, ["a", "b", "c"], note, timeout);
      yield* condition.with(() => action(condition));
      for (const thread of threads) yield* thread.join(100);
    });
    expect(run.ending.kind).toBe(woken.length === 3 ? "returned" : "deadlock");
    return woken;
  };

  test("wakes the longest-waiting threads, which go on once they have the lock", () => {
    expect(order((condition) => condition.notify(2))).toEqual(["a true at 0.000", "b true at 0.000"]);
  });

  test("wakes threads that compete for the lock: one that has only just woken can be first", () => {
    const woken = order(function* (condition) {
      yield* condition.notify(2);
      yield* time.sleep(1);
      yield* condition.notify();
    });
    // When the lock is released, c could run already, while a and b wait for the lock and wake up now.
    expect(woken).toEqual(["c true at 1.000", "a true at 1.000", "b true at 1.000"]);
  });

  test("does not keep a notification that nobody waits for", () => {
    const notified = order(function* (condition) {
      yield* condition.notify_all();
      yield* condition.notify_all();
    });
    expect(notified.length).toBe(3);
  });

  test("lets each one go at its timeout, one after the other", () => {
    const notified = order(function* () {
      // Nobody is notified.
    }, 2);
    expect(notified).toEqual(["a false at 2.000", "b false at 2.000", "c false at 2.000"]);
  });

  test("spends a notification on a thread whose time is up and that has not got the lock yet", () => {
    const notified = order(function* (condition) {
      yield* time.sleep(3);
      yield* condition.notify(2);
    }, 2);
    expect(notified).toEqual(["a false at 3.000", "b false at 3.000", "c false at 3.000"]);
  });

  test("releases an RLock however often it is held, and takes it as often again", () => {
    const found: unknown[] = [];
    runBoth(function* (): Blocking<void> {
      found.length = 0;
      const condition = new threading.Condition();
      yield* condition.acquire();
      yield* condition.acquire();
      const other = new threading.Thread({
        *target(): Blocking<void> {
          found.push(yield* condition.acquire(true, 1));
          yield* condition.notify();
          yield* condition.release();
        },
      });
      yield* other.start();
      found.push(yield* condition.wait());
      found.push(nameless(repr(condition)));
    });
    expect(found).toEqual([true, true, "<Condition(<locked _thread.RLock object owner=N count=2 at 0x..>, 0)>"]);
  });

  test("asks a blocking predicate as well", () => {
    const found: unknown[] = [];
    runBoth(function* (): Blocking<void> {
      found.length = 0;
      const [condition, event] = [new threading.Condition(), new threading.Event()];
      const setter = new threading.Thread({
        *target(): Blocking<void> {
          yield* time.sleep(1);
          yield* event.set();
          yield* condition.with(() => condition.notify());
        },
      });
      yield* setter.start();
      yield* condition.acquire();
      found.push(yield* condition.wait_for(() => event.is_set(), 0.5), yield* condition.wait_for(() => event.is_set()));
    });
    expect(found).toEqual([false, true]);
  });

  test("waits no longer than the whole timeout, however often it is woken for nothing", () => {
    const found: unknown[] = [];
    runBoth(function* (): Blocking<void> {
      found.length = 0;
      const condition = new threading.Condition();
      const disturber = new threading.Thread({
        *target(): Blocking<void> {
          for (let turn = 0; turn < 5; turn++) {
            yield* time.sleep(0.3);
            yield* condition.with(() => condition.notify());
          }
        },
      });
      yield* disturber.start();
      yield* condition.acquire();
      found.push(yield* condition.wait_for(() => 0, 1), current().now.toFixed(6));
    });
    expect(found).toEqual([0, "1.000000"]);
  });
});

describe("an event", () => {
  test("frees all who wait, also when it is cleared before they go on", () => {
    const found: unknown[] = [];
    runBoth(function* (): Blocking<void> {
      found.length = 0;
      const event = new threading.Event();
      for (const timeout of [null, 5]) {
        const target = function* (): Blocking<void> {
          found.push(yield* event.wait(timeout), yield* event.is_set());
        };
        yield* new threading.Thread({ target }).start();
      }
      yield* event.set();
      yield* event.clear();
    });
    expect(found).toEqual([true, false, true, false]);
  });

  test("that is set again after a timeout serves the next wait", () => {
    const found: unknown[] = [];
    runBoth(function* (): Blocking<void> {
      found.length = 0;
      const event = new threading.Event();
      const target = function* (): Blocking<void> {
        yield* time.sleep(1);
        yield* event.set();
      };
      yield* new threading.Thread({ target }).start();
      found.push(yield* event.wait(0.5), yield* event.wait(0.4), yield* event.wait(0.2), yield* event.wait());
    });
    expect(found).toEqual([false, false, true, true]);
  });
});

test("neither is made outside a run, where it would outlive it", () => {
  const error = new UsageError(
    "no run is going on: call this inside a scenario that simulate(), explore() or the command line runs",
  );
  expect(() => new threading.Condition()).toThrow(error);
  expect(() => new threading.Event()).toThrow(error);
});

describe("a call that is not driven is told", () => {
  const condition = (): threading.Condition => new threading.Condition();
  test.each<[string, () => Blocking<unknown>]>([
    ["condition.wait(…)", () => condition().wait()],
    ["condition.wait_for(…)", () => condition().wait_for(() => true)],
    ["condition.notify(…)", () => condition().notify()],
    ["condition.notify_all()", () => condition().notify_all()],
    ["rlock.acquire(…)", () => condition().acquire()],
    ["rlock.release()", () => condition().release()],
    ["event.wait(…)", () => new threading.Event().wait()],
    ["event.set()", () => new threading.Event().set()],
    ["event.clear()", () => new threading.Event().clear()],
    ["event.is_set()", () => new threading.Event().is_set()],
  ])("%s", (name, call) => {
    const scenario = function* (): Blocking<void> {
      void call();
    };
    const text = `${name} was called but never driven, so nothing happened: write \`yield* ${name}\``;
    expect(() => simulate(scenario)).toThrow(new UsageError(text));
  });
});
