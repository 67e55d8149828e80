/** The futures that threads share: the answers of CPython that futures.py gave, and waiting on the virtual clock. */
import {
  type Blocking,
  builtins,
  concurrent,
  explore,
  print,
  repr,
  simulate,
  threading,
  time,
  UsageError,
} from "interloop";
import { describe, expect, test } from "vitest";
import { current } from "../../src/kernel/current.js";
import { interpreter } from "../../src/interpreter/state.js";
import { anonymous, cases, runBoth } from "../judge.js";

const { Future } = concurrent.futures;
type AnyFuture = concurrent.futures.Future;

/** What a call gives, or the class and text of what it raises, without addresses. */
function* failure(call: () => Blocking<unknown>): Blocking<string> {
  try {
    return anonymous(repr((yield* call()) ?? null));
  } catch (error) {
    if (!(error instanceof builtins.BaseException)) throw error;
    return `${error.constructor.name.replace("Separate", "")}: ${anonymous(builtins.str(error))}`;
  }
}

/** What was logged since the log was so long, as the recorder notes it: the level, the message and the last line of a traceback. */
function loggedSince(length: number): string[] {
  const text = anonymous(interpreter().stderr.output.slice(length));
  const lines = text
    .replace(/\nTraceback \(most recent call last\):\n/g, " / ")
    .split("\n")
    .slice(0, -1);
  return lines.map((line) =>
    line.startsWith("Future") ? `CRITICAL ${line.replace(/^Future \d+ in/, "Future .. in")}` : `ERROR ${line}`,
  );
}

const logLength = (): number => interpreter().stderr.output.length;

function* inState(state: string): Blocking<AnyFuture> {
  const future = new Future();
  if (state.startsWith("CANCELLED")) yield* future.cancel();
  if (state === "RUNNING" || state === "CANCELLED_AND_NOTIFIED") yield* future.set_running_or_notify_cancel();
  if (state === "FINISHED") yield* future.set_result("value");
  if (state === "FAILED") yield* future.set_exception(new builtins.ValueError("text"));
  return future;
}

const methods: Readonly<Record<string, (future: AnyFuture, called: string[]) => Blocking<unknown>>> = {
  cancel: (future) => future.cancel(),
  cancelled: (future) => future.cancelled(),
  running: (future) => future.running(),
  done: (future) => future.done(),
  result: (future) => future.result(0),
  exception: (future) => future.exception(0),
  set_running_or_notify_cancel: (future) => future.set_running_or_notify_cancel(),
  set_result: (future) => future.set_result(1),
  set_exception: (future) => future.set_exception(new builtins.KeyError("key")),
  add_done_callback: (future, called) => future.add_done_callback(() => void called.push("called")),
  *repr(future) {
    return repr(future);
  },
};

function* call(state: string, method: string): Blocking<unknown> {
  const future = yield* inState(state);
  const called: string[] = [];
  const answer = yield* failure(() => (methods[method] as (typeof methods)[string])(future, called));
  return [answer, [...loggedSince(0), ...called], anonymous(repr(future))];
}

const questions: Record<string, () => Blocking<unknown>> = {
  *order_of_callbacks() {
    const future = new Future<number>();
    const seen: string[] = [];
    const note =
      (name: string) =>
      (done: unknown): void => {
        seen.push(`${name} in ${threading.current_thread().name}: ${done === future ? "True" : "False"}`);
      };
    yield* future.add_done_callback(note("first"));
    yield* future.add_done_callback(function* (done) {
      seen.push("adds");
      yield* done.add_done_callback(note("added"));
      seen.push("has added");
    });
    yield* future.add_done_callback(note("last"));
    const target = function* (): Blocking<void> {
      yield* future.set_result(0);
      seen.push("set");
    };
    const thread = new threading.Thread({ target, name: "worker" });
    yield* thread.start();
    yield* thread.join();
    yield* future.add_done_callback(note("late"));
    return seen;
  },
  *failing_callbacks() {
    const found: unknown[] = [];
    for (const error of [new builtins.ValueError("first"), new builtins.KeyboardInterrupt("second")]) {
      const future = new Future<number>();
      const seen: string[] = [];
      const fails = (): void => {
        throw error;
      };
      yield* future.add_done_callback(fails);
      yield* future.add_done_callback(() => void seen.push("called"));
      let before = logLength();
      found.push(yield* failure(() => future.set_result(0)), seen, loggedSince(before), anonymous(repr(future)));
      before = logLength();
      found.push(yield* failure(() => future.add_done_callback(fails)), loggedSince(before));
    }
    return found;
  },
  *callbacks_of_cancel() {
    const future = new Future();
    const seen: string[] = [];
    yield* future.add_done_callback((done) => void seen.push(anonymous(repr(done))));
    const first = [yield* future.cancel(), [...seen]];
    return [...first, yield* future.cancel(), yield* future.set_running_or_notify_cancel(), seen];
  },
  *results() {
    const found: unknown[] = [];
    for (const value of [null, [], "text", new builtins.ValueError("a value")]) {
      const future = new Future();
      yield* future.set_result(value);
      found.push(repr(yield* future.result()), repr(yield* future.exception()), anonymous(repr(future)));
    }
    const error = new builtins.ValueError("raised");
    const failed = new Future();
    yield* failed.set_exception(error);
    found.push((yield* failed.exception()) === error);
    for (const _ of [1, 2]) found.push(yield* failure(() => failed.result()));
    const none = new Future();
    yield* none.set_exception(null);
    found.push(anonymous(repr(failed)), yield* failure(() => none.result()), yield* failure(() => none.exception()));
    return [...found, anonymous(repr(none))];
  },
  *waiters() {
    const completions: ((future: AnyFuture) => Blocking<unknown>)[] = [
      (future) => future.set_result("value"),
      (future) => future.set_exception(new builtins.ValueError("text")),
      (future) => future.cancel(),
    ];
    const found: unknown[] = [];
    for (const complete of completions) {
      const future: AnyFuture = new Future();
      const seen: string[] = [];
      const waits = [() => future.result(), () => future.result(), () => future.exception()];
      const threads = waits.map(
        (wait) =>
          new threading.Thread({
            *target(): Blocking<void> {
              seen.push(yield* failure(wait));
            },
          }),
      );
      for (const thread of threads) yield* thread.start();
      yield* complete(future);
      for (const thread of threads) yield* thread.join();
      found.push(seen.sort());
    }
    return found;
  },
};

describe("futures give what CPython's gave", () => {
  const find = (question: string): (() => Blocking<unknown>) | undefined => {
    const [state = "", method] = question.split(" ");
    return method === undefined ? questions[question] : () => call(state, method);
  };
  test.each(cases("concurrent/futures.json", find, { mayLog: true }))("%s", (_question, ask) => {
    ask();
  });
});

describe("waiting for a result", () => {
  /** A future that another thread completes at 1; what a wait gives, and when. */
  const waiting = (wait: (future: AnyFuture) => Blocking<unknown>): string => {
    let found = "";
    runBoth(function* (): Blocking<void> {
      const future: AnyFuture = new Future();
      const target = function* (): Blocking<void> {
        yield* time.sleep(1);
        yield* future.set_result("value");
      };
      yield* new threading.Thread({ target }).start();
      found = `${yield* failure(() => wait(future))} at ${current().now.toFixed(3)}`;
    });
    return found;
  };

  test.each<[string, (future: AnyFuture) => Blocking<unknown>]>([
    ["'value' at 1.000", (future) => future.result()],
    ["'value' at 1.000", (future) => future.result(null)],
    ["'value' at 1.000", (future) => future.result(2)],
    ["TimeoutError:  at 0.500", (future) => future.result(0.5)],
    ["TimeoutError:  at 0.000", (future) => future.result(0)],
    ["TimeoutError:  at 0.000", (future) => future.result(-1)],
    ["TimeoutError:  at 0.000", (future) => future.result(NaN)],
    ["None at 1.000", (future) => future.exception(2)],
    ["TimeoutError:  at 0.500", (future) => future.exception(0.5)],
  ])("%s", (found, wait) => {
    expect(waiting(wait)).toBe(found);
  });

  test("that comes at the very instant of the timeout counts by the state, and in any order", () => {
    const scenario = function* (): Blocking<void> {
      const future = new Future<string>();
      const target = function* (): Blocking<void> {
        yield* time.sleep(1);
        yield* future.set_result("value");
      };
      const thread = new threading.Thread({ target });
      yield* thread.start();
      yield* print(yield* failure(() => future.result(1)));
      yield* thread.join();
    };
    const { outcomes } = explore(scenario, { clock: "frozen" });
    expect(outcomes.map(({ output }) => output).sort()).toEqual(["'value'\n", "TimeoutError: \n"]);
  });

  test("for ever is a deadlock that names the future", () => {
    const { ending } = simulate(function* (): Blocking<void> {
      yield* new Future().result();
    });
    expect(ending).toEqual({
      kind: "deadlock",
      waits: [{ thread: "MainThread", operation: "wait for concurrent future", chain: ["concurrent future 1"] }],
      cycle: [],
    });
  });

  test("and being called back race: both can be first", () => {
    const scenario = function* (): Blocking<void> {
      const future = new Future<number>();
      yield* future.add_done_callback(() => print("callback"));
      const target = function* (): Blocking<void> {
        yield* future.result();
        yield* print("waiter");
      };
      const thread = new threading.Thread({ target });
      yield* thread.start();
      yield* future.set_result(0);
      yield* thread.join();
    };
    const { outcomes, verdict } = explore(scenario);
    expect([verdict, ...outcomes.map(({ output }) => output).sort()]).toEqual([
      ...["exhausted", "callback\nwaiter\n", "waiter\ncallback\n"],
    ]);
  });
});

describe("the TimeoutError", () => {
  test.each([
    ["3.10", false],
    ["3.11", true],
  ])("of %s is the builtin one: %s", (python, unified) => {
    const found: unknown[] = [];
    simulate(
      function* (): Blocking<void> {
        try {
          yield* new Future().result(0);
        } catch (error) {
          found.push(error instanceof concurrent.futures.TimeoutError, error instanceof builtins.TimeoutError);
        }
        found.push(new builtins.TimeoutError() instanceof concurrent.futures.TimeoutError);
      },
      { python },
    );
    expect(found).toEqual([true, unified, unified]);
  });
});

test("a future is not made outside a run, where it would outlive it", () => {
  expect(() => new Future()).toThrow(
    new UsageError(
      "no run is going on: call this inside a scenario that simulate(), explore() or the command line runs",
    ),
  );
});

test("awaiting one is refused as Python refuses it", () => {
  let refused: unknown;
  simulate(function* (): Blocking<void> {
    try {
      yield* new Future() as unknown as Blocking<void>;
    } catch (error) {
      refused = error;
    }
  });
  expect(refused).toBeInstanceOf(builtins.TypeError);
  expect(builtins.str(refused)).toBe("object Future can't be used in 'await' expression");
});

describe("a call that is not driven is told", () => {
  const future = (): AnyFuture => new Future();
  test.each<[string, () => Blocking<unknown>]>([
    ["future.result(…)", () => future().result()],
    ["future.exception(…)", () => future().exception()],
    ["future.cancel()", () => future().cancel()],
    ["future.cancelled()", () => future().cancelled()],
    ["future.running()", () => future().running()],
    ["future.done()", () => future().done()],
    ["future.set_result(…)", () => future().set_result(1)],
    ["future.set_exception(…)", () => future().set_exception(null)],
    ["future.set_running_or_notify_cancel()", () => future().set_running_or_notify_cancel()],
    ["future.add_done_callback(…)", () => future().add_done_callback(() => undefined)],
  ])("%s", (name, ask) => {
    const scenario = function* (): Blocking<void> {
      void ask();
    };
    const text = `${name} was called but never driven, so nothing happened: write \`yield* ${name}\``;
    expect(() => simulate(scenario)).toThrow(new UsageError(text));
  });
});
