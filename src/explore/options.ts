/** Checks what users pass: one clear line for each mistake. */
import { UsageError } from "../kernel/errors.js";
import type { RunOptions } from "../run.js";

const choices = {
  clock: ["linux", "frozen"],
  timing: ["punctual", "lagging"],
  stdout: ["terminal", "unbuffered"],
} as const;

/** @throws UsageError when the scenario is no function, or as {@link checkModelOptions} */
export function checkRunOptions(scenario: unknown, options: RunOptions): void {
  if (typeof scenario !== "function") {
    const what = scenario === null ? "null" : typeof scenario;
    throw new UsageError(`the scenario is ${what}; it must be a generator function: function* main() { … }`);
  }
  checkModelOptions(options);
}

/** @throws UsageError `stdout is "loud"; it must be terminal or unbuffered`, and the like for numbers */
export function checkModelOptions(options: RunOptions): void {
  for (const [name, allowed] of Object.entries(choices)) {
    checkOneOf(name, options[name as keyof typeof choices], allowed);
  }
  checkWhole("maxSteps", options.maxSteps, 1);
  checkWhole("maxThreads", options.maxThreads, 1);
  const { maxTime } = options;
  if (maxTime !== undefined && !(maxTime > 0)) {
    throw new UsageError(`maxTime is ${String(maxTime)}; it must be a number of seconds above 0`);
  }
}

/** @throws UsageError when a value is given and is not one of those allowed */
export function checkOneOf(name: string, value: unknown, allowed: readonly string[]): void {
  if (value === undefined || allowed.includes(value as string)) return;
  throw new UsageError(`${name} is ${JSON.stringify(value)}; it must be ${allowed.join(" or ")}`);
}

/** @throws UsageError when a value is given and is no whole number from `least` on; `Infinity` is allowed */
export function checkWhole(name: string, value: number | undefined, least: number): void {
  if (value === undefined || value === Infinity || (Number.isSafeInteger(value) && value >= least)) return;
  throw new UsageError(`${name} is ${String(value)}; it must be a whole number from ${String(least)} on`);
}
