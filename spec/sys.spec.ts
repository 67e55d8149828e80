/** `sys.exit` against what CPython's processes did when sys.py ended them, and in threads. */
import { type Blocking, builtins, print, simulate, sys, threading, tuple, versions } from "interloop";
import { describe, expect, test } from "vitest";
import { recorded, single } from "./builtins/recorded.js";
import { runBoth } from "./judge.js";

const values: Readonly<Record<string, unknown>> = {
  None: null,
  "2 ** 40 + 5": 2 ** 40 + 5,
  True: true,
  False: false,
  "'text'": "text",
  "''": "",
  "[]": [],
  "(1, 2)": tuple(1, 2),
  "{}": new Map(),
};

function valueOf(text: string): unknown {
  if (text.startsWith("ValueError")) return new builtins.ValueError("wrong");
  return text in values ? values[text] : Number(text);
}

describe("sys.exit() ends the program as CPython's did", () => {
  test.each(recorded<string, [number, string]>("../sys.json").map(single))("sys.exit(%s)", (text, [status, stderr]) => {
    const scenario = function* (): Blocking<void> {
      if (text === "") sys.exit();
      // A value that only a run can make is made in it.
      sys.exit(valueOf(text));
    };
    const run = runBoth(scenario);
    expect([run.ending, run.stderr, run.output]).toEqual([{ kind: "exited", code: status }, stderr, ""]);
  });
});

describe("sys.exit()", () => {
  test("ends a thread without a word, and nothing else", () => {
    const run = runBoth(function* (): Blocking<void> {
      const target = function* (): Blocking<void> {
        yield* print("thread");
        sys.exit("never printed");
      };
      const thread = new threading.Thread({ target });
      yield* thread.start();
      yield* thread.join();
      yield* print("main");
    });
    expect([run.output, run.stderr, run.ending.kind]).toEqual(["thread\nmain\n", "", "returned"]);
  });

  test("is an exception that a program can catch, with its status as `code`", () => {
    const run = runBoth(function* (): Blocking<void> {
      try {
        sys.exit(3);
      } catch (error) {
        const { code } = error as builtins.SystemExit;
        yield* print(code, error instanceof builtins.SystemExit, error instanceof builtins.Exception);
      }
    });
    expect([run.output, run.ending.kind]).toEqual(["3 True False\n", "returned"]);
  });

  test("can be called outside a run, since it only raises", () => {
    expect(() => sys.exit(3)).toThrow(builtins.SystemExit);
  });
});

test.each(versions)("version_info() is that of the profile: %s", (version) => {
  const run = simulate(
    function* (): Blocking<void> {
      yield* print(sys.version_info());
    },
    { python: version },
  );
  expect(run.output).toBe(`(${version.replaceAll(".", ", ")})\n`);
});
