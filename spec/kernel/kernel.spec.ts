/** The kernel by itself: threads that are bare generators. */
import {
  type Chooser,
  type ChoicePoint,
  Gate,
  Kernel,
  type KernelOptions,
  Operation,
  SharedObject,
  type Syscall,
  waitAt,
} from "interloop";
import { describe, expect, test } from "vitest";
import { DefaultChooser } from "../../src/explore/replay.js";
import { KernelBug } from "../../src/kernel/errors.js";
import { sleepFor } from "../../src/kernel/wait.js";

type Body = Generator<Syscall, void, unknown>;

const touch = new Operation("touch", new SharedObject("thing"), "write");

/** Threads that write their name whenever they go on, with the seconds that they sleep before. */
function sleepers(kernel: Kernel, log: string[], delays: Readonly<Record<string, readonly number[]>>): void {
  for (const [name, list] of Object.entries(delays)) {
    const body = function* (): Body {
      for (const seconds of list) {
        yield* sleepFor(kernel, seconds);
        log.push(`${name} ${String(kernel.now)}`);
      }
    };
    kernel.spawn(body(), name);
  }
}

/** Runs both ways that must be the same: unwatched, and watched by one who always takes the default. */
function bothWays(run: (options: KernelOptions) => unknown): unknown {
  const unwatched = run({});
  expect(run({ chooser: new DefaultChooser() })).toEqual(unwatched);
  return unwatched;
}

describe("the default schedule", () => {
  test("lets a thread go on until it is stopped, and then the one that has been ready longest", () => {
    const order = bothWays((options) => {
      const kernel = new Kernel(options);
      const log: string[] = [];
      for (const name of ["a", "b", "c"]) {
        const body = function* (): Body {
          for (let i = 0; i < 3; i++) {
            log.push(name);
            if (kernel.credit-- <= 0) yield touch;
          }
        };
        kernel.spawn(body(), name);
      }
      kernel.run();
      return log.join("");
    });
    expect(order).toBe("aaabbbccc");
  });

  test("wakes threads by deadline, and those of equal deadlines by number, whoever ran last", () => {
    const log = bothWays((options) => {
      const kernel = new Kernel({ ...options, clock: "frozen" });
      const events: string[] = [];
      // b ran last before both wake at 1: it has been stopped meanwhile, so a goes first.
      sleepers(kernel, events, { a: [1, 1], b: [1, 0.5] });
      kernel.run();
      return events;
    });
    expect(log).toEqual(["a 1", "b 1", "b 1.5", "a 2"]);
  });

  test("serves those who wait at a gate in the order in which they came", () => {
    const log = bothWays((options) => {
      const kernel = new Kernel(options);
      const gate = new Gate("gate", false);
      const pass = new Operation("pass", gate, "read", gate);
      const events: string[] = [];
      for (const name of ["a", "b"]) {
        const body = function* (): Body {
          const open = yield* waitAt(kernel, pass);
          events.push(`${name} ${String(open)}`);
        };
        kernel.spawn(body(), name);
      }
      const opener = function* (): Body {
        if (kernel.credit-- <= 0) yield touch;
        kernel.open(gate);
        events.push("opened");
      };
      kernel.spawn(opener(), "opener");
      kernel.run();
      return events;
    });
    expect(log).toEqual(["opened", "a true", "b true"]);
  });
});

describe("the clock", () => {
  test("jumps to the next deadline only when nobody can run, and never past a limit", () => {
    const kernel = new Kernel({ maxTime: 2 });
    const log: string[] = [];
    sleepers(kernel, log, { a: [1, 1, 1] });
    expect(kernel.run()).toEqual({ kind: "time limit", limit: 2 });
    expect([log, kernel.now]).toEqual([["a 1", "a 2"], 2]);
  });

  test("of linux ticks at every read, the frozen one does not", () => {
    const linux = new Kernel();
    const frozen = new Kernel({ clock: "frozen" });
    expect([linux.readClock(), linux.readClock()]).toEqual([1e-9, 2e-9]);
    expect([frozen.readClock(), frozen.readClock()]).toEqual([0, 0]);
  });

  test("may pass while a thread could run only in the lagging mode", () => {
    const ways = (options: KernelOptions): string[] => {
      const seen: string[] = [];
      const chooser: Chooser = {
        choose: (point) => {
          seen.push(point.threads.map((thread) => thread?.name ?? "time").join(" "));
          return 0;
        },
      };
      const kernel = new Kernel({ ...options, chooser });
      sleepers(kernel, [], { sleeper: [1] });
      const body = function* (): Body {
        yield touch;
      };
      kernel.spawn(body(), "worker");
      kernel.run();
      return seen;
    };
    expect(ways({})).toEqual(["sleeper worker"]);
    // Before its beginning the sleeper has no deadline yet.
    expect(ways({ timing: "lagging" })).toEqual(["sleeper worker", "worker time", "worker time"]);
  });
});

describe("a choice", () => {
  test("of deadlines within a millisecond of each other is left to the chooser, on the linux clock", () => {
    const kinds = (clock: "linux" | "frozen"): string[] => {
      const seen: string[] = [];
      const chooser: Chooser = {
        choose: (point) => {
          seen.push(`${point.kind} ${String(point.count)}`);
          return point.kind === "clock" ? 1 : 0;
        },
      };
      const kernel = new Kernel({ chooser, clock });
      sleepers(kernel, [], { a: [1], b: [1.0005], c: [1.002] });
      kernel.run();
      return seen;
    };
    expect(kinds("linux")).toEqual(["thread 3", "thread 2", "clock 2", "thread 2"]);
    expect(kinds("frozen")).toEqual(["thread 3", "thread 2"]);
  });

  test("is noted when it is not the default's, and counted when it preempts", () => {
    const last: Chooser = { choose: (point: ChoicePoint) => point.count - 1 };
    const kernel = new Kernel({ chooser: last });
    for (const name of ["a", "b"]) {
      const body = function* (): Body {
        yield touch;
      };
      kernel.spawn(body(), name);
    }
    kernel.run();
    // a begins? No, b (0). b goes on? No, a (1), which preempts b. a goes on? No, b (2), which preempts a; b ends, a is left.
    expect(kernel.decisions).toEqual([0, 1, 1, 0, 2, 1]);
    expect([kernel.choices, kernel.preemptions]).toEqual([3, 2]);
  });

  test("that is none, and giving up without a reason, are our mistakes", () => {
    const run = (way: number) => () => {
      const kernel = new Kernel({ chooser: { choose: () => way } });
      sleepers(kernel, [], { a: [1], b: [1] });
      kernel.run();
    };
    expect(run(2)).toThrow(KernelBug);
    expect(run(2)).toThrow("choice 2 of 2 (this is a bug of Interloop");
    expect(run(-1)).toThrow("a chooser gave up without saying why (this is a bug of Interloop");
  });

  test("can end the run", () => {
    const chooser: Chooser = { choose: () => -1, abandon: () => ({ kind: "exited", code: 9 }) };
    const kernel = new Kernel({ chooser });
    sleepers(kernel, [], { a: [1], b: [1] });
    expect(kernel.run()).toEqual({ kind: "exited", code: 9 });
  });
});
