/** Numbers of seconds that are none, or too many, against the answers of CPython that seconds.py gave. */
import { type Blocking, builtins, concurrent, repr, simulate, threading, time } from "interloop";
import { describe, expect, test } from "vitest";
import { checkSeconds, checkTimeout, deadlineAfter } from "../../src/interpreter/seconds.js";
import { recorded } from "../builtins/recorded.js";

const values: Readonly<Record<string, unknown>> = {
  inf: Infinity,
  "-inf": -Infinity,
  nan: NaN,
  "'text'": "text",
  "[]": [],
};

type Call = (value: number) => Blocking<unknown>;

const calls: Readonly<Record<string, Call>> = {
  "time.sleep": (value) => time.sleep(value),
  *"lock.acquire(True)"(value) {
    const lock = new threading.Lock();
    yield* lock.acquire();
    return yield* lock.acquire(true, value);
  },
  *"lock.acquire(False)"(value) {
    const lock = new threading.Lock();
    yield* lock.acquire();
    return yield* lock.acquire(false, value);
  },
  *"rlock.acquire(True)"(value) {
    const lock = new threading.RLock();
    yield* lock.acquire();
    return yield* lock.acquire(true, value);
  },
  "event.wait": (value) => new threading.Event().wait(value),
  "condition.wait": (value) => inCondition((condition) => condition.wait(value)),
  "condition.wait_for": (value) => inCondition((condition) => condition.wait_for((): unknown => [], value)),
  *"thread.join"(value) {
    const go = new threading.Event();
    const thread = new threading.Thread({ target: () => go.wait() });
    yield* thread.start();
    try {
      yield* thread.join(value);
      return null;
    } finally {
      yield* go.set();
    }
  },
  "future.result": (value) => new concurrent.futures.Future().result(value),
  "future.exception": (value) => new concurrent.futures.Future().exception(value),
  *"done future.result"(value) {
    const future = new concurrent.futures.Future<string>();
    yield* future.set_result("value");
    return yield* future.result(value);
  },
};

/** Calls something of a condition while it is held, and checks that it is held afterwards. */
function* inCondition(call: (condition: threading.Condition) => Blocking<unknown>): Blocking<unknown> {
  const condition = new threading.Condition();
  yield* condition.acquire();
  try {
    return yield* call(condition);
  } finally {
    // Nobody is left in its queue, and the lock is this thread's.
    expect(repr(condition)).toMatch(/^<Condition\(<locked .* count=1 .*>, 0\)>$/);
    yield* condition.release();
  }
}

/** What a question gives in one version, as the recorder writes it. */
function ask(question: string, minor: number): string {
  const at = question.lastIndexOf(" ");
  const [call, text] = [calls[question.slice(0, at)], question.slice(at + 1)];
  const value = (text in values ? values[text] : Number(text)) as number;
  let answer = "";
  const run = simulate(
    function* (): Blocking<void> {
      try {
        const found = yield* (call as Call)(value);
        answer = repr(found ?? null);
      } catch (error) {
        if (!(error instanceof builtins.Exception)) throw error;
        answer = `${error.constructor.name.replace("Separate", "")}: ${builtins.str(error)}`;
      }
    },
    { python: `3.${String(minor)}`, maxTime: 10 },
  );
  expect([question, run.ending.kind, run.stderr]).toEqual([question, "returned", ""]);
  return answer;
}

describe("seconds that are none", () => {
  const rows = recorded<string, string>("../interpreter/seconds.json");

  test.each(Object.keys(calls))("%s", (call) => {
    const asked = rows.filter(({ question }) => question.startsWith(`${call} `));
    expect(asked.length).toBeGreaterThanOrEqual(12);
    for (const { question, answers } of asked) {
      expect([question, answers.map(([minor]) => [minor, ask(question, minor)])]).toEqual([question, answers]);
    }
  });

  test("no other call was asked", () => {
    const asked = new Set(rows.map(({ question }) => question.slice(0, question.lastIndexOf(" "))));
    expect([...asked]).toEqual(Object.keys(calls));
  });
});

describe("what fits into 64 bits of nanoseconds", () => {
  test("is taken, up to 292 years", () => {
    for (const seconds of [0, 1e-9, 9223372036, 9223372036.5, -9223372036.5]) {
      expect(() => {
        checkSeconds(seconds);
      }).not.toThrow();
    }
  });

  test("is asked of a timeout only when it is positive", () => {
    for (const timeout of [null, 0, -1, -Infinity, NaN, 9223372036.5]) {
      expect(() => {
        checkTimeout(timeout);
      }).not.toThrow();
    }
  });
});

test("a timeout ends so much later, at once when it is not positive, and never when there is none", () => {
  expect([2, 0, -1, NaN, null].map((timeout) => deadlineAfter(10, timeout))).toEqual([12, 10, 10, 10, Infinity]);
});
