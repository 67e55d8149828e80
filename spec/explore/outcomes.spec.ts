import { type Ending, Kernel } from "interloop";
import { expect, test } from "vitest";
import { Outcomes } from "../../src/explore/outcomes.js";

const returned: Ending = { kind: "returned", value: undefined };

/** A kernel after a run that made these decisions. */
function after(decisions: readonly number[], preemptions: number, steps: number): Kernel {
  const kernel = new Kernel();
  kernel.decisions.push(...decisions);
  kernel.preemptions = preemptions;
  Object.defineProperty(kernel, "steps", { value: steps });
  return kernel;
}

/** The schedule that is kept when executions with the same outcome come in this order. */
function kept(...kernels: readonly Kernel[]): string | undefined {
  const outcomes = new Outcomes();
  for (const kernel of kernels) outcomes.add(kernel, returned, { output: "x", stderr: "", text: "returned" });
  const [outcome, ...others] = outcomes.toOutcomes();
  expect(others).toEqual([]);
  expect(outcome?.count).toBe(kernels.length);
  return outcome?.schedule;
}

test("the schedule that is kept has the fewest departures, then preemptions, then steps, and else came first", () => {
  const long = after([1, 1, 2, 0], 0, 5);
  const short = after([3, 1], 2, 9);
  expect([kept(long, short), kept(short, long)]).toEqual(["i1:3=t1", "i1:3=t1"]);
  const calmer = after([4, 1], 1, 9);
  expect([kept(short, calmer), kept(calmer, short)]).toEqual(["i1:4=t1", "i1:4=t1"]);
  const quicker = after([5, 1], 1, 8);
  expect([kept(calmer, quicker), kept(quicker, calmer)]).toEqual(["i1:5=t1", "i1:5=t1"]);
  const equal = after([6, 1], 1, 8);
  expect([kept(quicker, equal), kept(equal, quicker)]).toEqual(["i1:5=t1", "i1:6=t1"]);
});

test("outcomes are apart when anything that can be observed differs, wherever a text ends and the next begins", () => {
  const outcomes = new Outcomes();
  const observations = [
    { output: "ab", stderr: "", text: "returned" },
    { output: "a", stderr: "b", text: "returned" },
    { output: "", stderr: "ab", text: "returned" },
    { output: "ab", stderr: "", text: "exited with status 0" },
  ];
  for (const observation of [...observations, ...observations]) outcomes.add(after([], 0, 1), returned, observation);
  expect(outcomes.toOutcomes().map(({ count }) => count)).toEqual([2, 2, 2, 2]);
});
