/** What a run offers besides threads and time: labels, variables of a run, and the check that blocking calls are driven. */
import { Gate, Kernel, SharedObject, UsageError, waitAt } from "interloop";
import { describe, expect, test } from "vitest";
import { type Body, gateOf, runThreads, Script } from "./bare.js";

describe("a blocking call that was not driven", () => {
  const complaint = "f() was called but never driven, so nothing happened: write `yield* f()`";

  test("is told when the next call is made", () => {
    const body: Body = function* (kernel) {
      kernel.calls("f()");
      kernel.calls("g()");
    };
    for (const chooser of [null, new Script()]) {
      expect(() => runThreads({ A: body }, { chooser })).toThrow(new UsageError(complaint));
    }
  });

  test("is told when the thread is stopped or ends", () => {
    const { passing } = gateOf("gate");
    const stopped: Body = function* (kernel) {
      kernel.calls("f()");
      yield* waitAt(kernel, passing);
    };
    const ended: Body = function* (kernel) {
      kernel.calls("f()");
    };
    for (const chooser of [null, new Script()]) {
      expect(() => runThreads({ A: stopped }, { chooser })).toThrow(complaint);
      expect(() => runThreads({ A: ended }, { chooser })).toThrow(complaint);
    }
  });

  test("is told of a call that was done at once, too", () => {
    const body: Body = function* (kernel) {
      void kernel.did("f()", 1);
      void kernel.did("g()", 2);
    };
    expect(() => runThreads({ A: body })).toThrow(complaint);
  });

  test("is told once: the kernel has forgotten it afterwards", () => {
    const kernel = new Kernel();
    kernel.calls("f()");
    expect(() => kernel.complain()).toThrow(complaint);
    expect(kernel.undriven).toBe("");
  });
});

describe("a call that is done at once", () => {
  test("gives its value when it is driven, through one object", () => {
    const body: Body = function* (kernel, note) {
      const first = kernel.did("f()", 1);
      note(String(yield* first));
      const second = kernel.did("g()", "two");
      note(yield* second);
      note(String(Object.is(first, second)));
    };
    expect(runThreads({ A: body }).notes).toEqual(["A: 1", "A: two", "A: true"]);
  });
});

describe("a thread that yields something else", () => {
  const hint = "a thread yields only through `yield*` of a blocking call";
  test.each<[unknown, string]>([
    [42, `A yielded 42: ${hint}`],
    [undefined, `A yielded undefined: ${hint}`],
    [new Map(), `A yielded an object of class Map: ${hint}`],
    [Promise.resolve(), `A yielded an object of class Promise: ${hint}; no Promise enters the simulation`],
  ])("is told what is wrong and what is right: %s", (value, text) => {
    const body = function* (): Generator<unknown, void, unknown> {
      yield value;
    };
    expect(() => runThreads({ A: body as unknown as Body })).toThrow(new UsageError(text));
  });
});

describe("labels", () => {
  test("number the objects of each kind, in the order in which they were made in the run", () => {
    const body: Body = function* (kernel, note) {
      const made = [new Gate("lock", true), new SharedObject("pipe"), new Gate("lock", false)];
      note(
        made
          .reverse()
          .map((object) => kernel.label(object))
          .join(", "),
      );
    };
    for (const _ of [1, 2]) expect(runThreads({ A: body }).notes).toEqual(["A: lock 2, pipe 1, lock 1"]);
  });

  test("number what was made outside a run when they are first asked for", () => {
    const kernel = new Kernel();
    const [first, second] = [new SharedObject("pipe"), new SharedObject("pipe")];
    expect([first.number, kernel.label(second), kernel.label(first), kernel.label(second)]).toEqual([
      ...[0, "pipe 1", "pipe 2", "pipe 1"],
    ]);
  });
});
