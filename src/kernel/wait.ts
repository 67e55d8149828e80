/** Waiting at a gate, the one way in which a thread is stopped. */
import type { Kernel } from "./kernel.js";
import { never, Operation } from "./operation.js";
import type { Thread } from "./thread.js";
import type { Blocking } from "./traps.js";

/** The thread that is running, for code that only threads execute. */
export function runningThread(kernel: Kernel): Thread {
  return kernel.thread as Thread;
}

/**
 * Does an operation that needs an open gate: waits until it is open or the deadline has passed.
 * @param deadline on the virtual clock, in seconds
 * @returns whether the gate was open in time; when it opens at the very instant of the deadline, that is a choice
 */
export function* waitAt(kernel: Kernel, operation: Operation, deadline = Infinity): Blocking<boolean> {
  const gate = operation.gate ?? never;
  if (gate.open && kernel.credit-- > 0) return true;
  const thread = runningThread(kernel);
  thread.deadline = deadline;
  yield operation;
  if (!thread.expired) return true;
  return gate.open && kernel.choose("timeout", 2) === 1;
}

const sleeping = new Operation("sleep", null, "read", never);
const nap = new Operation("sleep(0)", null, "read");

/** Stops the running thread for some seconds; for none it only gives way to others. */
export function* sleepFor(kernel: Kernel, seconds: number): Blocking<void> {
  if (seconds <= 0) {
    if (kernel.credit-- <= 0) yield nap;
    return;
  }
  runningThread(kernel).deadline = kernel.now + seconds;
  yield sleeping;
}
