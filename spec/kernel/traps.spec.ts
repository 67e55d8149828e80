import { Kernel, waitAt } from "interloop";
import { describe, expect, test } from "vitest";
import { Immediate, isBlocking } from "../../src/kernel/traps.js";
import { gateOf } from "./bare.js";

describe("Immediate", () => {
  test("says when it is driven, and gives the value that it was given last", () => {
    let driven = 0;
    const call = new Immediate<unknown>(() => driven++);
    expect([...call.with("spread gives what is yielded, and this yields nothing")]).toEqual([]);
    const drive = function* (): Generator<never, unknown, unknown> {
      return yield* call;
    };
    call.with(7);
    expect([drive().next(), driven]).toEqual([{ done: true, value: 7 }, 2]);
    expect([call.with(8).next(), driven]).toEqual([{ done: true, value: 8 }, 3]);
  });

  test("is a generator to whoever asks: it throws and returns what it is told", () => {
    const call = new Immediate<number>(() => undefined);
    expect(() => call.throw(new RangeError("in"))).toThrow(new RangeError("in"));
    expect(call.return(5)).toEqual({ done: true, value: 5 });
    expect(Object.prototype.toString.call(call)).toBe("[object Generator]");
  });
});

describe("isBlocking", () => {
  test("knows what is to be driven from values", () => {
    const { passing } = gateOf("gate");
    expect(isBlocking(waitAt(new Kernel(), passing))).toBe(true);
    expect(isBlocking(new Immediate(() => undefined))).toBe(true);
    const future = { next: () => undefined, _not_a_coroutine: true };
    expect([undefined, null, 0, "next", {}, { next: 1 }, [], future].map(isBlocking)).not.toContain(true);
  });
});
