/** Mirrors the parts of Python's `time` that a concurrent program uses, on the virtual clock. */
import { ValueError } from "./builtins/exceptions.js";
import { checkSeconds } from "./interpreter/seconds.js";
import { current } from "./kernel/current.js";
import { UsageError } from "./kernel/errors.js";
import type { Kernel } from "./kernel/kernel.js";
import { Operation } from "./kernel/operation.js";
import type { Blocking } from "./kernel/traps.js";
import { sleepFor } from "./kernel/wait.js";

/** What `time()` says when the virtual clock stands at 0, in seconds since 1970: a fixed value, so that runs are reproducible. */
const EPOCH = 1_700_000_000;

/**
 * Stops the calling thread, and with it a loop that runs in it.
 * @param seconds how long; 0 only gives way to other threads
 * @throws ValueError `sleep length must be non-negative`
 * @throws TypeError, ValueError or OverflowError as {@link checkSeconds}
 */
export function sleep(seconds: number): Blocking<void> {
  const kernel = current();
  kernel.calls("time.sleep(…)");
  return sleeping(kernel, seconds);
}

function* sleeping(kernel: Kernel, seconds: number): Blocking<void> {
  kernel.undriven = "";
  checkSeconds(seconds);
  if (seconds < 0) throw new ValueError("sleep length must be non-negative");
  yield* sleepFor(kernel, seconds);
}

/** The virtual clock in seconds, from 0 at the beginning of a run. One read of the clock. */
export function monotonic(): number {
  return current().readClock();
}

/** The same clock as {@link monotonic}. One read of the clock. */
export function perf_counter(): number {
  return current().readClock();
}

/** Seconds since 1970, as a fixed date plus the virtual clock. One read of the clock. */
export function time(): number {
  return EPOCH + current().readClock();
}

const worked = new Operation("work", null, "read");

/**
 * A piece of work that takes time: the calling thread keeps the GIL while the clock moves on. It stands for a computation, which Python
 * would write as code; everything else in a scenario takes no time.
 * @param seconds how long the work takes
 * @throws UsageError when that is negative or no number
 */
export function work(seconds: number): Blocking<void> {
  const kernel = current();
  kernel.calls("time.work(…)");
  return working(kernel, seconds);
}

function* working(kernel: Kernel, seconds: number): Blocking<void> {
  kernel.undriven = "";
  if (typeof seconds !== "number" || !(seconds >= 0)) {
    throw new UsageError(`time.work(${String(seconds)}): work takes a number of seconds, 0 or more`);
  }
  kernel.elapse(seconds);
  if (kernel.credit-- <= 0) yield worked;
}
