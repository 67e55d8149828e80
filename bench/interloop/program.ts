// What every benchmark program on our side shares: its size, its order of delays, its clock, its check and its report.
import { writeSync } from "node:fs";
import { type Blocking, simulate } from "interloop";

/** `operations` times the scale given as the first argument (1 without one), at least 1. */
export function scaled(operations: number): number {
  return Math.max(1, Math.round(operations * Number(process.argv[2] ?? "1")));
}

/**
 * The numbers 0 … count − 1 in an order that is scattered and always the same: a Fisher–Yates shuffle fed by the "minimal
 * standard" generator of Park and Miller, as in the Python programs.
 */
export function shuffled(count: number): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  let state = 1;
  for (let index = count - 1; index > 0; index--) {
    state = (state * 16807) % 2147483647;
    const other = state % (index + 1);
    const kept = order[index] as number;
    order[index] = order[other] as number;
    order[other] = kept;
  }
  return order;
}

/** The numbers 0 … count − 1 are in their order. */
export function ascending(numbers: readonly number[], count: number): boolean {
  return numbers.length === count && numbers.every((value, index) => value === index);
}

/** @throws Error with `message` unless `holds` is true */
export function check(holds: boolean, message: string): void {
  if (!holds) throw new Error(`the benchmark computed a wrong result: ${message}`);
}

/** Checks a virtual time in seconds; the tolerance is for the rounding of sums, as in the Python programs. */
export function checkTime(time: number, expected: number): void {
  check(Math.abs(time - expected) < 0.01, `the virtual time is ${String(time)} s, not ${String(expected)}`);
}

/** One workload of some size, ready to run once. */
export interface Workload {
  readonly main: () => Blocking<void>;
  /** How many operations it does. */
  readonly operations: number;
  /** @throws Error when the result is wrong */
  readonly verify: () => void;
}

/** How much of the workload runs unmeasured first: the compiler of JavaScript needs that long, and CPython has none. */
const WARM_UP = 0.5;

/**
 * Runs a scenario to its end, on the clock that the Python programs have: it stands still while code runs.
 *
 * @returns how long that took, in seconds of real time
 * @throws Error when the scenario ended in any other way than by returning, or with a wrong result
 */
function timed({ main, verify }: Workload): number {
  const start = performance.now();
  const run = simulate(main, { clock: "frozen" });
  const seconds = (performance.now() - start) / 1000;
  check(run.ending.kind === "returned", `the scenario ended so: ${run.ending.kind}`);
  verify();
  return seconds;
}

/**
 * Warms up, then runs a workload of `size` times the scale given as the first argument.
 *
 * @param warmUp what part of it is the warm-up; 0 for none, where it would spoil a measurement of memory
 * @returns how long it took, in seconds of real time
 */
export function measured(
  size: number,
  make: (size: number) => Workload,
  warmUp = WARM_UP,
): { operations: number; seconds: number } {
  const scale = Number(process.argv[2] ?? "1");
  const scaled = (part: number): number => Math.max(1, Math.round(size * scale * part));
  if (warmUp > 0) timed(make(scaled(warmUp)));
  const workload = make(scaled(1));
  return { operations: workload.operations, seconds: timed(workload) };
}

/** {@link measured}, and the report. */
export function measure(name: string, size: number, make: (size: number) => Workload): void {
  const { operations, seconds } = measured(size, make);
  report(name, operations, seconds);
}

/** The bytes that the live objects of this program hold now. */
export function heldBytes(): number {
  if (globalThis.gc === undefined) throw new Error("memory can only be measured with node --expose-gc");
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Prints the one JSON line that the runner reads; `bytes` is the memory of all operations together. */
export function report(name: string, operations: number, seconds: number, bytes?: number): void {
  writeSync(1, `${JSON.stringify({ name, operations, seconds, ...(bytes === undefined ? {} : { bytes }) })}\n`);
}
