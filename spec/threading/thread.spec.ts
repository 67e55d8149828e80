/** Threads: the answers of CPython that thread.py gave, the names that JavaScript's functions get, and the end of a program. */
import { type Blocking, builtins, print, repr, simulate, sys, threading, time, UsageError } from "interloop";
import { describe, expect, test } from "vitest";
import { elsewhere, failure, failures, cases, runBoth } from "../judge.js";

const names = (): string[] => threading.enumerate().map(({ name }) => name);

function* started(thread: threading.Thread): Blocking<threading.Thread> {
  yield* thread.start();
  return thread;
}

function setDaemon(thread: threading.Thread): () => Blocking<null> {
  return function* () {
    thread.daemon = true;
    return null;
  };
}

const questions: Record<string, () => Blocking<unknown>> = {
  *join_results() {
    const go = new threading.Event();
    const thread = yield* started(new threading.Thread({ target: () => go.wait() }));
    const found: unknown[] = [yield* failure(() => thread.join(0.001)), yield* thread.is_alive()];
    found.push(
      ...(yield* failures(
        () => thread.join(0),
        () => thread.join(-5),
      )),
    );
    yield* go.set();
    found.push(yield* failure(() => thread.join()), yield* thread.is_alive());
    found.push(
      ...(yield* failures(
        () => thread.join(),
        () => thread.join(1),
      )),
    );
    return [...found, yield* thread.is_alive()];
  },
  *registry() {
    const go = new threading.Event();
    const threads = ["c", "a", "b"].map((name) => new threading.Thread({ target: () => go.wait(), name }));
    const found: unknown[] = [names(), threading.active_count()];
    for (const thread of threads.toReversed()) yield* thread.start();
    found.push(names(), threading.active_count());
    yield* go.set();
    for (const thread of threads) yield* thread.join();
    return [...found, names(), threading.active_count()];
  },
  *registry_inside() {
    const found: unknown[] = [];
    const look = (): void => {
      found.push(threading.current_thread().name, names(), threading.current_thread() === thread);
      thread.name = "changed";
      found.push(threading.current_thread().name, names());
    };
    const thread = new threading.Thread({ target: look, name: "first" });
    yield* thread.start();
    yield* thread.join();
    const { name } = threading.current_thread();
    return [...found, thread.name, name, threading.current_thread() === threading.main_thread()];
  },
  *run_directly() {
    const found: unknown[] = [];
    const look = (): void => {
      found.push([threading.current_thread().name, thread.ident]);
    };
    const thread = new threading.Thread({ target: look });
    found.push(yield* failure(() => thread.run()), yield* thread.is_alive(), thread.ident);
    return [...found, yield* failure(() => thread.run()), yield* failure(() => new threading.Thread().run())];
  },
  *run_of_a_subclass() {
    class Counter extends threading.Thread {
      count = 0;
      override *run(): Blocking<never> {
        this.count++;
        return "nobody sees this" as never;
      }
    }
    const thread = new Counter();
    const [run, start] = [() => thread.run(), () => thread.start()];
    const found: unknown[] = yield* failures(run, run, start, () => thread.join());
    found.push(thread.count);
    return [...found, yield* failure(start), thread.count];
  },
  *identities() {
    let inside = 0;
    const look = (): void => {
      inside = threading.get_ident();
    };
    const thread = new threading.Thread({ target: look });
    const before = [thread.ident, thread.native_id];
    yield* thread.start();
    yield* thread.join();
    const main = threading.main_thread();
    const own = [thread.ident === inside, main.ident === threading.get_ident()];
    own.push(main.native_id === threading.get_native_id(), thread.ident !== main.ident);
    return [...before, ...own, builtins.type_name(thread.ident)];
  },
  *flags() {
    const thread = new threading.Thread({ daemon: true });
    const found = [thread.daemon, new threading.Thread().daemon, new threading.Thread({ daemon: null }).daemon];
    found.push(threading.main_thread().daemon);
    thread.daemon = false;
    found.push(thread.daemon);
    const inherit = (): void => {
      found.push(new threading.Thread().daemon);
    };
    const daemon = yield* started(new threading.Thread({ target: inherit, daemon: true }));
    yield* daemon.join();
    return found;
  },
  *too_late() {
    const go = new threading.Event();
    const thread = new threading.Thread({ target: () => go.wait(), name: "waiting" });
    const [join, start, set] = [() => thread.join(), () => thread.start(), setDaemon(thread)];
    const found = yield* failures(join, () => thread.join(-1), start, start, set);
    yield* go.set();
    yield* thread.join();
    found.push(...(yield* failures(start, set, setDaemon(threading.main_thread()))));
    const own = threading.current_thread();
    return [
      ...found,
      ...(yield* failures(
        () => own.join(),
        () => own.join(-1),
      )),
    ];
  },
  *local_attributes() {
    const mine = threading.local<{ value: number; other: number }>();
    mine.value = 1;
    const ask = (key: "value" | "other") =>
      function* (): Blocking<unknown> {
        return mine[key];
      };
    const remove = function* (): Blocking<unknown> {
      delete mine.other;
      return null;
    };
    const found: unknown[] = [mine.value, "other" in mine, ...(yield* failures(ask("other"), remove))];
    yield* elsewhere(function* () {
      found.push("value" in mine, yield* failure(ask("value")));
      mine.value = 2;
      found.push(mine.value);
      return null;
    });
    found.push(mine.value);
    delete mine.value;
    return [...found, "value" in mine, yield* failure(ask("value"))];
  },
};

describe("threads give what CPython's gave", () => {
  test.each(cases("threading/thread.json", (question) => questions[question]))("%s", (_question, ask) => {
    ask();
  });
});

describe("the name of a thread", () => {
  function* target(): Blocking<void> {
    // It is only here for its name.
  }
  function* worker(): Blocking<void> {
    // As well.
  }
  class Service {
    *serve(this: void): Blocking<void> {
      // And this.
    }
  }
  const service = new Service();
  const arrow = (): void => undefined;
  // JavaScript names these by what they are given to, as it does with `{ target: function* () { … } }`.
  const behind = (target = function* (): Blocking<void> {}): (() => Blocking<void>) => target;

  const named = (python: string, ...targets: readonly ((() => Blocking<void> | void) | null)[]): string[] => {
    let found: string[] = [];
    const scenario = function* (): Blocking<void> {
      found = targets.map((run) => new threading.Thread({ target: run }).name);
    };
    simulate(scenario, { python });
    return found;
  };

  test.each<[string, (() => Blocking<void> | void) | null]>([
    ["Thread-1 (worker)", worker],
    ["Thread-1 (target)", target],
    ["Thread-1 (arrow)", arrow],
    ["Thread-1 (serve)", service.serve],
    ["Thread-1 (serve)", service.serve.bind(undefined)],
    ["Thread-1 (<lambda>)", () => undefined],
    [
      "Thread-1 (<lambda>)",
      (
        (): (() => void) => () =>
          undefined
      )(),
    ],
    ["Thread-1 (<lambda>)", { target: () => undefined }.target],
    ["Thread-1 (<lambda>)", behind()],
    ["Thread-1 (<lambda>)", { *target(this: void): Blocking<void> {} }.target],
    ["Thread-1", null],
  ])("shows the target's, which is that of a lambda where it has none: %s", (name, run) => {
    expect(named("3.10", run)).toEqual([name]);
    expect(named("3.9", run)).toEqual(["Thread-1"]);
  });

  test("counts the threads without a name of their own, from 1 in every run", () => {
    const scenario = function* (): Blocking<void> {
      const given = ["own", "", null, "other", null].map((name) => new threading.Thread({ name }).name);
      yield* print(given);
    };
    for (const _ of [1, 2]) {
      expect(simulate(scenario).output).toBe("['own', 'Thread-1', 'Thread-2', 'other', 'Thread-3']\n");
    }
  });

  test("is in the reports, also when it was changed later", () => {
    const { ending } = simulate(function* (): Blocking<void> {
      const thread = new threading.Thread({ target: () => new threading.Event().wait() });
      yield* thread.start();
      thread.name = "sleeper";
    });
    expect(ending).toMatchObject({ waits: [{ thread: "MainThread" }, { thread: "sleeper" }] });
  });
});

describe("the end of a program", () => {
  /** A thread that prints at its end, after some seconds. */
  const lasting = (name: string, seconds: number, daemon = false): threading.Thread =>
    new threading.Thread({
      name,
      daemon,
      *target() {
        yield* time.sleep(seconds);
        yield* print(`${name} ends`);
      },
    });

  test("waits for every thread that is no daemon, also for those that are started meanwhile", () => {
    const run = runBoth(function* (): Blocking<void> {
      yield* lasting("long", 3).start();
      yield* new threading.Thread({
        *target() {
          yield* time.sleep(1);
          yield* lasting("late", 4).start();
          yield* print("short ends");
        },
      }).start();
      yield* print("main ends");
    });
    expect([run.output, run.ending.kind]).toEqual(["main ends\nshort ends\nlong ends\nlate ends\n", "returned"]);
    expect(run.time.toFixed(3)).toBe("5.000");
  });

  test("does not wait for daemon threads: they stop wherever they are", () => {
    const run = runBoth(function* (): Blocking<void> {
      yield* lasting("daemon", 1, true).start();
      yield* lasting("other", 0.5).start();
    });
    expect([run.output, run.time.toFixed(3)]).toEqual(["other ends\n", "0.500"]);
  });

  test("comes also after an exception, and after sys.exit()", () => {
    for (const [leave, kind, stderr] of [
      [() => sys.exit(3), "exited", ""],
      [
        (): never => {
          throw new builtins.ValueError("lost");
        },
        "raised",
        "Traceback (most recent call last):\nValueError: lost\n",
      ],
    ] as const) {
      const run = runBoth(function* (): Blocking<void> {
        yield* lasting("other", 0.5).start();
        leave();
      });
      expect([run.output, run.ending.kind, run.stderr]).toEqual(["other ends\n", kind, stderr]);
    }
  });

  test("never comes when a thread waits for ever: that is a deadlock", () => {
    const { ending } = runBoth(function* (): Blocking<void> {
      yield* new threading.Thread({ name: "waiter", target: () => new threading.Event().wait() }).start();
    });
    expect(ending).toEqual({
      kind: "deadlock",
      waits: [
        { thread: "MainThread", operation: "join thread", chain: ["end of thread 1", "waiter", "waiter 1", "event 1"] },
        { thread: "waiter", operation: "wait for event", chain: ["waiter 1", "event 1"] },
      ],
      cycle: [],
    });
  });
});

describe("from run to run", () => {
  test("nothing of `threading` is left", () => {
    const scenario = function* (): Blocking<void> {
      yield* print(names(), repr(threading.current_thread()));
      threading.set_excepthook(() => undefined);
      yield* new threading.Thread({ name: "left", daemon: true, target: () => time.sleep(100) }).start();
    };
    for (const _ of [1, 2]) {
      expect(simulate(scenario).output).toBe("['MainThread'] <_MainThread(MainThread, started 1)>\n");
    }
  });

  test("a namespace of threads at the top of a module begins empty", () => {
    const mine = threading.local<{ count: number }>();
    const scenario = function* (): Blocking<void> {
      yield* print("count" in mine);
      mine.count = 1;
    };
    for (const _ of [1, 2]) expect(simulate(scenario).output).toBe("False\n");
  });
});

describe("a namespace of threads", () => {
  test("prints as such, and has no attributes but its own", () => {
    const run = runBoth(function* (): Blocking<void> {
      const mine = threading.local<{ value: number; toString: unknown }>();
      mine.value = 1;
      yield* print(/^<_thread._local object at 0x[0-9a-f]+>$/.test(repr(mine)), Object.keys(mine));
      yield* print(
        yield* failure(function* () {
          return mine.toString;
        }),
      );
    });
    expect(run.output).toBe("True ['value']\nAttributeError: '_thread._local' object has no attribute 'toString'\n");
  });

  test("can be prepared in each thread before its first use there", () => {
    const run = runBoth(function* (): Blocking<void> {
      const mine = threading.local<{ value: number }>((self) => {
        self.value = threading.get_ident();
      });
      const look = function* (): Blocking<void> {
        yield* print(mine.value);
        mine.value = 0;
        yield* print(mine.value);
      };
      yield* look();
      yield* new threading.Thread({ target: look }).start();
    });
    expect(run.output).toBe("1\n0\n2\n0\n");
  });
});

describe("outside a run", () => {
  const error = new UsageError(
    "no run is going on: call this inside a scenario that simulate(), explore() or the command line runs",
  );
  test.each<[string, () => unknown]>([
    ["new Thread()", () => new threading.Thread()],
    ["current_thread()", () => threading.current_thread()],
    ["main_thread()", () => threading.main_thread()],
    ["enumerate()", () => threading.enumerate()],
    ["active_count()", () => threading.active_count()],
    ["get_ident()", () => threading.get_ident()],
    ["an attribute of local()", () => threading.local<{ value: number }>().value],
  ])("there is no %s", (_call, call) => {
    expect(call).toThrow(error);
  });
});

describe("a call that is not driven is told", () => {
  test.each<[string, () => Blocking<unknown>]>([
    ["thread.start()", () => new threading.Thread().start()],
    ["thread.join(…)", () => threading.main_thread().join()],
    ["thread.is_alive()", () => threading.main_thread().is_alive()],
  ])("%s", (name, call) => {
    const scenario = function* (): Blocking<void> {
      void call();
    };
    const text = `${name} was called but never driven, so nothing happened: write \`yield* ${name}\``;
    expect(() => simulate(scenario)).toThrow(new UsageError(text));
  });
});
