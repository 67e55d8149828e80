/** What the kernel itself tells an observer of its threads. */
import type { Kernel } from "./kernel.js";
import type { Thread } from "./thread.js";

/** A thread is stopped, which can also be another one's doing: that one took the lock first. */
export function noteWait(kernel: Kernel, thread: Thread): void {
  const operation = thread.pending;
  if (operation === null) return;
  const object = operation.object === null ? null : kernel.label(operation.object);
  const until = Number.isFinite(thread.deadline) ? thread.deadline : null;
  const running = kernel.thread;
  kernel.thread = thread;
  kernel.observer?.note("thread.wait", thread.activity, { operation: operation.name, object, until });
  kernel.thread = running;
}

/** A thread goes on; that is worth a note when it had to wait. */
export function noteStep(kernel: Kernel, thread: Thread): void {
  if (!thread.waited) return;
  kernel.thread = thread;
  thread.activity = kernel.observer?.note("thread.wake", thread.wokenBy, { by: thread.expired ? "time" : "gate" }) ?? 0;
}
