import { InterloopError, KernelBug, UsageError } from "interloop";
import { expect, test } from "vitest";

test("a caller's mistake is one line, as it is given", () => {
  const error = new UsageError("what is wrong: what is right");
  expect([error.name, error.message]).toEqual(["UsageError", "what is wrong: what is right"]);
  expect([error instanceof InterloopError, error instanceof Error]).toEqual([true, true]);
});

test("our own mistake asks to be reported", () => {
  const error = new KernelBug("a thread ran twice");
  expect([error.name, error instanceof InterloopError]).toEqual(["KernelBug", true]);
  expect(error.message).toBe(
    "a thread ran twice (this is a bug of Interloop: please report it with the scenario and the schedule)",
  );
});
