/** The step loop: who goes next, what stops a thread, what ends a run, and what is recorded of it. */
import { describeEnding, type Ending, KernelBug, Kernel, UsageError, waitAt, type Blocking } from "interloop";
import { describe, expect, test } from "vitest";
import { current, isRunning } from "../../src/kernel/current.js";
import { AT_ONCE, TIME_PASSES } from "../../src/kernel/kernel.js";
import { BLOCKED, DONE, READY } from "../../src/kernel/thread.js";
import { sleepFor } from "../../src/kernel/wait.js";
import { type Body, gateOf, Lines, runBothWays, runThreads, Script, touch } from "./bare.js";

const returned: Ending = { kind: "returned", value: undefined };

/** Notes a letter before each of some operations. */
const letters = (text: string): Body =>
  function* (kernel, note) {
    for (const letter of text) {
      note(letter);
      yield* touch(kernel);
    }
  };

describe("the default schedule", () => {
  test("lets a thread go on until it is stopped, and starts them in order", () => {
    for (const { notes, ending, kernel } of runBothWays(() => ({ A: letters("ab"), B: letters("cd") }))) {
      expect(notes).toEqual(["A: a", "A: b", "B: c", "B: d"]);
      expect(ending).toEqual(returned);
      expect(kernel.steps).toBe(4);
    }
  });

  test("then takes the thread that has been able to run for longest", () => {
    const bodies = (): Record<string, Body> => {
      const { gate, passing } = gateOf("gate");
      const waits: Body = function* (kernel, note) {
        yield* waitAt(kernel, passing);
        note("through");
      };
      return {
        first: waits,
        *opener(kernel, note) {
          yield* sleepFor(kernel, 1);
          kernel.open(gate);
          note("opened");
          yield* sleepFor(kernel, 1);
          note("slept");
        },
        second: waits,
        *late(kernel, note) {
          yield* sleepFor(kernel, 1);
          note("awake");
        },
      };
    };
    for (const { notes } of runBothWays(bodies)) {
      // "late" woke up together with the opener, before the gate was opened.
      expect(notes).toEqual(["opener: opened", "late: awake", "first: through", "second: through", "opener: slept"]);
    }
  });

  test("is not interrupted where nobody watches: an operation that is not stopped yields nothing", () => {
    const kernel = new Kernel();
    const body = letters("abc")(kernel, () => undefined);
    const thread = kernel.spawn(body, "A");
    expect(thread.pending?.name).toBe("begin");
    kernel.prime(thread);
    expect([thread.state, kernel.steps]).toEqual([DONE, 3]);
  });

  test("yields before every operation where somebody watches", () => {
    const kernel = new Kernel({ chooser: new Script() });
    const thread = kernel.spawn(
      letters("ab")(kernel, () => undefined),
      "A",
    );
    const seen = [1, 2, 3].map(() => {
      kernel.prime(thread);
      return [thread.state, thread.pending?.name, kernel.steps];
    });
    expect(seen).toEqual([
      [READY, "touch", 1],
      [READY, "touch", 2],
      [DONE, undefined, 2],
    ]);
  });

  test("leaves the thread that primes another one the running one", () => {
    const seen: unknown[] = [];
    runThreads({
      *A(kernel) {
        const made = kernel.spawn(
          letters("ab")(kernel, () => seen.push(kernel.thread?.name)),
          "made",
        );
        kernel.prime(made);
        seen.push(kernel.thread?.name);
      },
    });
    expect(seen).toEqual(["made", "made", "A"]);
  });
});

describe("a gate", () => {
  test("lets the longest-waiting thread through first", () => {
    const bodies = (): Record<string, Body> => {
      const { gate, passing } = gateOf("gate");
      const waits: Body = function* (kernel, note) {
        note(String(yield* waitAt(kernel, passing)));
      };
      return {
        C: waits,
        A: waits,
        B: waits,
        *opener(kernel) {
          yield* touch(kernel);
          kernel.open(gate);
        },
      };
    };
    for (const { notes } of runBothWays(bodies)) expect(notes).toEqual(["C: true", "A: true", "B: true"]);
  });

  /** One opens and closes a gate before the waiter could pass it; a third one opens it for good, if it is to. */
  const overtaken = (reopened: boolean) => (): Record<string, Body> => {
    const { gate, passing } = gateOf("gate");
    return {
      *waiter(kernel, note) {
        note(String(yield* waitAt(kernel, passing)));
      },
      *passer(kernel, note) {
        kernel.open(gate);
        yield* touch(kernel);
        kernel.close(gate);
        note("closed again");
        yield* sleepFor(kernel, 1);
        if (reopened) kernel.open(gate);
      },
    };
  };

  test("that is closed again before a waiter has passed stops it again, and no wake-up is lost", () => {
    for (const { notes, ending } of runBothWays(overtaken(true))) {
      expect(notes).toEqual(["passer: closed again", "waiter: true"]);
      expect(ending).toEqual(returned);
    }
  });

  test("that nobody opens again leaves its waiter for ever", () => {
    for (const { notes, ending } of runBothWays(overtaken(false))) {
      expect(notes).toEqual(["passer: closed again"]);
      expect(ending.kind).toBe("deadlock");
    }
  });

  test("opened twice wakes once, and closed twice stays closed", () => {
    const { gate, passing } = gateOf("gate");
    const { notes } = runThreads({
      *waiter(kernel, note) {
        yield* waitAt(kernel, passing);
        note("through");
        kernel.close(gate);
        kernel.close(gate);
        note(String(yield* waitAt(kernel, passing, kernel.now + 1)));
      },
      *opener(kernel) {
        kernel.open(gate);
        kernel.open(gate);
      },
    });
    expect(notes).toEqual(["waiter: through", "waiter: false"]);
    expect(gate.waiters).toEqual([]);
  });

  test("that a chosen thread closes stops one that was about to pass", () => {
    const { gate, passing } = gateOf("gate", true);
    const passes: Body = function* (kernel, note) {
      yield* waitAt(kernel, passing);
      kernel.close(gate);
      note("through");
      yield* touch(kernel);
      kernel.open(gate);
    };
    const { notes, threads } = runThreads({ A: passes, B: passes }, { chooser: new Script(0, 1) });
    expect(notes).toEqual(["B: through", "A: through"]);
    expect(threads.map((thread) => thread.state)).toEqual([DONE, DONE]);
  });
});

describe("a run ends", () => {
  test("when a thread fails with what is no mistake of ours: nobody goes on", () => {
    const failure = new Error("an assertion of JavaScript");
    const bodies = (): Record<string, Body> => ({
      *A(kernel) {
        yield* touch(kernel);
        throw failure;
      },
      B: letters("never"),
    });
    for (const { ending, notes } of runBothWays(bodies)) {
      expect(ending).toEqual({ kind: "raised", exception: failure });
      expect(notes).toEqual([]);
    }
  });

  test("by crash(): what the thread does on its way out is neither seen nor counted", () => {
    const failure = new Error("the first");
    const bodies = (): Record<string, Body> => ({
      *A(kernel, note) {
        yield* touch(kernel);
        try {
          kernel.crash(failure);
        } finally {
          yield* touch(kernel);
          note("still there");
        }
      },
    });
    for (const { ending, notes, kernel } of runBothWays(bodies)) {
      expect(ending).toEqual({ kind: "raised", exception: failure });
      expect([notes, kernel.steps]).toEqual([[], 1]);
    }
  });

  test("by crash() with a caller's mistake, which then leaves run() even where it was caught", () => {
    const mistake = new UsageError("wrong");
    const body: Body = function* (kernel) {
      try {
        kernel.crash(mistake);
      } catch {
        yield* touch(kernel);
      }
    };
    expect(() => runThreads({ A: body })).toThrow(mistake);
  });

  test("with the mistakes of a caller thrown, and the kernel before is the current one again", () => {
    const outer = new Kernel();
    const seen: unknown[] = [];
    outer.spawn(
      (function* (): Blocking<void> {
        const mistake: Body = function* () {
          throw new UsageError("wrong");
        };
        expect(() => runThreads({ A: mistake })).toThrow(new UsageError("wrong"));
        seen.push(current() === outer);
      })(),
      "outer",
    );
    outer.run();
    expect([seen, isRunning()]).toEqual([[true], false]);
  });

  test("when only daemon threads are left", () => {
    const kernel = new Kernel();
    const { passing } = gateOf("gate");
    kernel.spawn(waitAt(kernel, passing), "daemon", true);
    expect(kernel.run()).toEqual(returned);
  });

  test("once: what ends it later changes nothing", () => {
    const kernel = new Kernel();
    kernel.finish({ kind: "exited", code: 3 });
    kernel.finish(returned);
    expect([kernel.run(), kernel.ending]).toEqual([
      { kind: "exited", code: 3 },
      { kind: "exited", code: 3 },
    ]);
  });

  test("without the threads that stopOthers() has stopped for good", () => {
    const { gate, passing } = gateOf("gate");
    const { notes, ending, threads } = runThreads({
      *waiter(kernel, note) {
        yield* waitAt(kernel, passing);
        note("through");
      },
      *ready(kernel, note) {
        yield* sleepFor(kernel, 0.5);
        note("awake");
      },
      *main(kernel, note) {
        yield* sleepFor(kernel, 0.5);
        kernel.stopOthers();
        kernel.open(gate);
        yield* sleepFor(kernel, 1);
        note("alone");
      },
    });
    expect(notes).toEqual(["ready: awake", "main: alone"]);
    expect([ending, threads.map((thread) => thread.state)]).toEqual([returned, [DONE, DONE, DONE]]);
  });
});

describe("a limit", () => {
  const spin: Body = function* (kernel, note) {
    for (let turn = 1; ; turn++) {
      yield* touch(kernel);
      note(String(turn));
    }
  };

  test("of steps lets exactly so many operations be done", () => {
    for (const { ending, notes, kernel } of runBothWays(() => ({ A: spin }), { maxSteps: 3 })) {
      expect([ending, kernel.steps]).toEqual([{ kind: "step limit", limit: 3 }, 3]);
      expect(notes).toEqual(["A: 1", "A: 2", "A: 3"]);
      expect(describeEnding(ending)).toBe(
        "step limit: 3 steps without an end, often a spin loop or a loop that nothing stops; raise maxSteps if the program needs more",
      );
    }
  });

  test("of steps is not reached by a run that takes just so many", () => {
    for (const { ending, kernel } of runBothWays(() => ({ A: letters("abc") }), { maxSteps: 3 })) {
      expect([ending, kernel.steps]).toEqual([returned, 3]);
    }
  });

  test("of time ends the run when nobody could go on before it", () => {
    const bodies = (): Record<string, Body> => ({
      *A(kernel, note) {
        yield* sleepFor(kernel, 10);
        note("10");
        yield* sleepFor(kernel, 10.5);
        note("never");
      },
    });
    for (const { ending, notes, kernel } of runBothWays(bodies, { maxTime: 20 })) {
      expect([ending, kernel.now]).toEqual([{ kind: "time limit", limit: 20 }, 10]);
      expect(notes).toEqual(["A: 10"]);
      expect(describeEnding(ending)).toBe(
        "time limit: virtual time passed 20 s, often a loop that sleeps for ever; raise maxTime if the program needs more",
      );
    }
  });

  test("of time also ends work that takes longer, before the next operation", () => {
    const bodies = (): Record<string, Body> => ({
      *A(kernel, note) {
        kernel.elapse(21);
        yield* touch(kernel);
        note("never");
      },
    });
    for (const { ending, notes, kernel } of runBothWays(bodies, { maxTime: 20 })) {
      expect([ending, notes, kernel.steps]).toEqual([{ kind: "time limit", limit: 20 }, [], 0]);
    }
  });

  test("of threads ends the run with the first thread too many, before it runs", () => {
    const bodies = (): Record<string, Body> => ({
      *A(kernel, note) {
        for (;;) {
          kernel.spawn(letters("x")(kernel, note), "child");
          yield* touch(kernel);
          note("spawned");
        }
      },
    });
    for (const { ending, notes } of runBothWays(bodies, { maxThreads: 3 })) {
      expect([ending, notes]).toEqual([{ kind: "thread limit", limit: 3 }, ["A: spawned", "A: spawned"]]);
      expect(describeEnding(ending)).toBe(
        "thread limit: more than 3 threads, often a thread started in a loop; raise maxThreads if the program needs more",
      );
    }
  });

  test("of Infinity is none, and the run still counts and waits as it should", () => {
    const { passing } = gateOf("gate");
    const body: Body = function* (kernel) {
      yield* sleepFor(kernel, 1e300);
      expect(kernel.jump(Infinity)).toBe(false);
      yield* waitAt(kernel, passing);
    };
    const limits = { maxSteps: Infinity, maxTime: Infinity, maxThreads: Infinity };
    for (const { ending, kernel } of runBothWays(() => ({ A: body }), limits)) {
      expect([ending.kind, kernel.steps, kernel.now]).toEqual(["deadlock", 2, 1e300]);
    }
  });
});

describe("a choice", () => {
  test("of threads offers the default first, then those that are ready in order, and says whether it preempts", () => {
    const chooser = new Script(0, 2, 1, 1);
    const { notes, kernel } = runThreads({ A: letters("ab"), B: letters("cd"), C: letters("e") }, { chooser });
    expect(chooser.asked).toEqual([
      "0 thread: A B C",
      "1 thread: A B C (preempts)",
      "2 thread: C A B (preempts)",
      "3 thread: A B C (preempts)",
      "4 thread: B A C (preempts)",
      "5 thread: B A C (preempts)",
      "6 thread: A C",
    ]);
    expect(notes).toEqual(["A: a", "C: e", "A: b", "B: c", "B: d"]);
    expect(kernel.decisions).toEqual([1, 2, 2, 0, 3, 1]);
    expect([kernel.choices, kernel.preemptions, kernel.steps]).toEqual([7, 3, 5]);
  });

  test("is not asked where there is one way", () => {
    const chooser = new Script();
    const asks: Body = function* (kernel, note) {
      note(String([kernel.choose("order", 0), kernel.choose("order", 1), kernel.choose("timeout", 2)]));
      yield* touch(kernel);
    };
    expect(runThreads({ A: asks }, { chooser }).notes).toEqual(["A: 0,0,0"]);
    expect(chooser.asked).toEqual(["0 timeout: 2"]);
  });

  test("of another kind is recorded as its way; nobody asks where nobody watches", () => {
    const asks: Body = function* (kernel, note) {
      note(String([kernel.choose("order", 3), kernel.choose("order", 2), kernel.choose("clock", 4)]));
    };
    const { notes, kernel } = runThreads({ A: asks }, { chooser: new Script(2, 0, 1) });
    expect([notes, kernel.decisions]).toEqual([["A: 2,0,1"], [0, -4, 2, -3]]);
    const alone = runThreads({ A: asks });
    expect([alone.notes, alone.kernel.decisions, alone.kernel.choices]).toEqual([["A: 0,0,0"], [], 0]);
  });

  test("of -1 ends the run as the chooser says", () => {
    class GivesUp extends Script {
      abandon(): Ending {
        return { kind: "exited", code: 7 };
      }
    }
    const two = { A: letters("ab"), B: letters("c") };
    const { ending, notes, kernel } = runThreads(two, { chooser: new GivesUp(0, -1) });
    expect([ending, notes, kernel.decisions]).toEqual([{ kind: "exited", code: 7 }, ["A: a"], []]);
    const asks: Body = function* (kernel, note) {
      note(String(kernel.choose("timeout", 2)));
      yield* touch(kernel);
      note("never");
    };
    const other = runThreads({ A: asks }, { chooser: new GivesUp(-1) });
    expect([other.ending, other.notes]).toEqual([{ kind: "exited", code: 7 }, ["A: 0"]]);
  });

  test("that no chooser may make is our mistake", () => {
    const two = (): Record<string, Body> => ({ A: letters("a"), B: letters("b") });
    const report = " (this is a bug of Interloop: please report it with the scenario and the schedule)";
    expect(() => runThreads(two(), { chooser: new Script(2) })).toThrow(new KernelBug("choice 2 of 2"));
    expect(() => runThreads(two(), { chooser: new Script(-1) })).toThrow(
      `a chooser gave up without saying why${report}`,
    );
  });

  test("is followed by the step that it leads to, and its thread's pending operation is known before", () => {
    const seen: string[] = [];
    class Follows extends Script {
      step(thread: { name: string; pending: { name: string } | null }): void {
        seen.push(`${thread.name} ${thread.pending?.name ?? "nothing"}`);
      }
    }
    runThreads({ A: letters("a"), B: letters("b") }, { chooser: new Follows(1, 1) });
    expect(seen).toEqual(["B begin", "A begin", "A touch", "B touch"]);
  });
});

describe("a jump of the clock", () => {
  /** Whether the thread that runs may jump to 5 at once, and where the clock is then. */
  const jumping = (deadline = 5): Body =>
    function* (kernel, note) {
      yield* touch(kernel);
      note(`${kernel.jump(deadline)} ${kernel.now}`);
    };
  const sleeper = (seconds: number): Body =>
    function* (kernel) {
      yield* sleepFor(kernel, seconds);
    };

  test("is allowed while nobody watches and nobody else could run before", () => {
    expect(runThreads({ A: jumping() }).notes).toEqual(["A: true 5"]);
    expect(runThreads({ B: sleeper(5.1), A: jumping() }).notes).toEqual(["A: true 5"]);
    expect(runThreads({ A: jumping(-1) }).notes).toEqual(["A: true 0"]);
  });

  test.each<[string, Record<string, Body>, object]>([
    ["somebody watches", { A: jumping() }, { chooser: new Script() }],
    ["the run is recorded", { A: jumping() }, { observer: new Lines() }],
    ["another thread is ready", { A: jumping(), B: letters("b") }, {}],
    ["another thread wakes up before", { B: sleeper(4), A: jumping() }, {}],
    ["another thread wakes up at the same time", { B: sleeper(5), A: jumping() }, {}],
    ["it leads beyond the time limit", { A: jumping() }, { maxTime: 4 }],
    ["the step limit is near", { A: jumping() }, { maxSteps: AT_ONCE + 1 }],
    ["it never ends", { A: jumping(Infinity) }, { maxTime: Infinity }],
  ])("is refused when %s", (_why, bodies, options) => {
    expect(runThreads(bodies, options).notes[0]).toBe("A: false 0");
  });

  test("is one step, as waiting is", () => {
    const { kernel } = runThreads({ A: jumping() });
    expect(kernel.steps).toBe(2);
  });
});

test("threads have states that say whether they can go on", () => {
  const { passing } = gateOf("gate");
  const { threads } = runThreads({
    *A(kernel) {
      yield* waitAt(kernel, passing);
    },
    *B() {
      // It ends at once.
    },
  });
  expect(threads.map(({ id, name, daemon, state }) => [id, name, daemon, state])).toEqual([
    [0, "A", false, BLOCKED],
    [1, "B", false, DONE],
  ]);
  expect(TIME_PASSES).toBe(-1);
});
