import { type Blocking, Kernel, UsageError } from "interloop";
import { describe, expect, test } from "vitest";
import { current, enter, isRunning, RunLocal } from "../../src/kernel/current.js";

const outside = new UsageError(
  "no run is going on: call this inside a scenario that simulate(), explore() or the command line runs",
);

/** Runs one thread that gives a value. */
function valueIn<T>(kernel: Kernel, value: () => T): T | undefined {
  let found: T | undefined;
  const body = function* (): Blocking<void> {
    found = value();
  };
  kernel.spawn(body(), "main");
  kernel.run();
  return found;
}

describe("the current kernel", () => {
  test("is the one that runs, and there is none outside a run", () => {
    const kernel = new Kernel();
    expect(isRunning()).toBe(false);
    expect(() => current()).toThrow(outside);
    expect(valueIn(kernel, () => [current() === kernel, isRunning()])).toEqual([true, true]);
    expect(isRunning()).toBe(false);
  });

  test("is the outer one again after a run inside a run", () => {
    const [outer, inner] = [new Kernel(), new Kernel()];
    const found = valueIn(outer, () => [
      current() === outer,
      valueIn(inner, () => current() === inner),
      current() === outer,
    ]);
    expect(found).toEqual([true, true, true]);
  });

  test("can be entered and left by hand", () => {
    const kernel = new Kernel();
    expect([enter(kernel), current(), enter(null), isRunning()]).toEqual([null, kernel, kernel, false]);
  });
});

describe("a variable of a run", () => {
  test("is made once in each run, from the run's kernel", () => {
    const made: Kernel[] = [];
    const variable = new RunLocal((kernel) => {
      made.push(kernel);
      return { count: 0 };
    });
    const kernels = [new Kernel(), new Kernel()];
    const counts = kernels.map((kernel) => valueIn(kernel, () => [++variable.get().count, ++variable.get().count]));
    expect(counts).toEqual([
      [1, 2],
      [1, 2],
    ]);
    expect(made).toEqual(kernels);
  });

  test("can be given before the run, and asked for a given one", () => {
    const variable = new RunLocal(() => "made");
    const other = new RunLocal(() => "another");
    const kernel = new Kernel();
    variable.set(kernel, "given");
    expect([variable.of(kernel), other.of(kernel), variable.of(new Kernel())]).toEqual(["given", "another", "made"]);
    expect(valueIn(kernel, () => variable.get())).toBe("given");
  });

  test("does not exist outside a run", () => {
    expect(() => new RunLocal(() => 0).get()).toThrow(outside);
  });
});
