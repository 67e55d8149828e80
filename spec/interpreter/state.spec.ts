import { builtins, type Blocking, Kernel, simulate, threading, UsageError } from "interloop";
import { describe, expect, test } from "vitest";
import { profileOf } from "../../src/interpreter/profile.js";
import { installInterpreter, Interpreter, interpreter, ThreadState, threadState } from "../../src/interpreter/state.js";

/** Runs something in a scenario, and gives what it returns. */
function inRun<T>(body: () => T, options = {}): T {
  let found: T | undefined;
  simulate(function* (): Blocking<void> {
    found = body();
  }, options);
  return found as T;
}

describe("the interpreter of a run", () => {
  test("has its options, and counters of its own", () => {
    const look = (): unknown[] => {
      const { profile, debug, stdout, stderr } = interpreter();
      return [
        profile.version,
        debug,
        stdout.model,
        stderr.model,
        ++interpreter().taskNumber,
        interpreter().threadNumber,
      ];
    };
    const options = { python: "3.9", debug: true, stdout: "unbuffered" };
    expect(inRun(look, options)).toEqual(["3.9.18", true, "unbuffered", "terminal", 1, 0]);
    expect(inRun(look)).toEqual(["3.13.0", false, "terminal", "terminal", 1, 0]);
  });

  test("does not exist outside a run", () => {
    const error = new UsageError(
      "no run is going on: call this inside a scenario that simulate(), explore() or the command line runs",
    );
    expect(() => interpreter()).toThrow(error);
    expect(() => threadState()).toThrow(error);
  });

  test("can be given to a bare kernel, which has a default one otherwise", () => {
    const found: string[] = [];
    const body = function* (): Blocking<void> {
      found.push(interpreter().profile.version);
    };
    const [given, plain] = [new Kernel(), new Kernel()];
    installInterpreter(given, new Interpreter(profileOf("3.10"), "terminal", false));
    for (const kernel of [given, plain]) {
      kernel.spawn(body(), "A");
      kernel.run();
    }
    expect(found).toEqual(["3.10.13", "3.13.0"]);
  });

  test("labels what has no name, by its kind and its number in the run", () => {
    const [one, two] = [{}, {}];
    const labels = (): string[] => {
      const run = interpreter();
      return [run.label("Future", two), run.label("Handle", {}), run.label("Future", one), run.label("Future", two)];
    };
    for (const _ of [1, 2]) expect(inRun(labels)).toEqual(["Future 1", "Handle 1", "Future 2", "Future 1"]);
  });

  test("gives each object an address, the same ones in every run", () => {
    const [one, two] = [{}, {}];
    const addresses = (): string[] => [two, one, two].map((object) => interpreter().addressOf(object));
    const [first = "", second = ""] = inRun(addresses);
    expect(inRun(addresses)).toEqual([first, second, first]);
    expect([/^0x[0-9a-f]{12}$/.test(first), first === second]).toEqual([true, false]);
  });

  test("warns once of each text, and in the next run again", () => {
    const scenario = function* (): Blocking<void> {
      const run = interpreter();
      run.warn("DeprecationWarning", "old");
      run.warn("DeprecationWarning", "old");
      run.warn("RuntimeWarning", "old");
    };
    for (const _ of [1, 2]) {
      expect(simulate(scenario).stderr).toBe(
        "<scenario>:1: DeprecationWarning: old\n<scenario>:1: RuntimeWarning: old\n",
      );
    }
  });

  test("refuses an attribute that the version does not have", () => {
    const ask = (): void => {
      interpreter().requires("cancellingCount", "_asyncio.Task", "cancelling");
    };
    expect(() => inRun(ask, { python: "3.11" })).not.toThrow();
    let refused: unknown;
    inRun(
      () => {
        try {
          ask();
        } catch (error) {
          refused = error;
        }
      },
      { python: "3.10" },
    );
    expect(refused).toBeInstanceOf(builtins.AttributeError);
    expect(builtins.str(refused)).toBe("'_asyncio.Task' object has no attribute 'cancelling'");
  });
});

describe("the state of a thread", () => {
  test("is its own, and always the same", () => {
    const states: ThreadState[] = [];
    simulate(function* (): Blocking<void> {
      const look = (): void => {
        states.push(threadState(), threadState());
      };
      look();
      const thread = new threading.Thread({ target: look });
      yield* thread.start();
      yield* thread.join();
      look();
    });
    expect(states.map((state) => states.indexOf(state))).toEqual([0, 0, 2, 2, 0, 0]);
    expect(states[0]).toMatchObject({ runningLoop: null, context: null });
  });

  test("is made for a thread that Python did not start, too", () => {
    const kernel = new Kernel();
    const states: ThreadState[] = [];
    kernel.spawn(
      (function* (): Blocking<void> {
        states.push(threadState(), threadState());
      })(),
      "bare",
    );
    kernel.run();
    expect([states[0] === states[1], states[0] instanceof ThreadState]).toEqual([true, true]);
  });
});
