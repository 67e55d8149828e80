/** Mirrors Python's `threading`. What may stop a thread, and what other threads can see, is a blocking call: drive it with `yield*`. */
export { Barrier, BrokenBarrierError } from "./threading/barrier.js";
export type { BarrierAction } from "./threading/barrier.js";
export { Condition, Event } from "./threading/condition.js";
export { local } from "./threading/local.js";
export { Lock, RLock, TIMEOUT_MAX } from "./threading/lock.js";
export { activeCount, currentThread } from "./threading/old_names.js";
export { BoundedSemaphore, Semaphore } from "./threading/semaphore.js";
export { stack_size } from "./threading/stack_size.js";
export { excepthook, excepthook as __excepthook__, ExceptHookArgs, set_excepthook } from "./threading/excepthook.js";
export type { ExceptHook } from "./threading/excepthook.js";
export {
  active_count,
  current_thread,
  enumerate,
  get_ident,
  get_native_id,
  main_thread,
  Thread,
} from "./threading/thread.js";
export type { ThreadOptions } from "./threading/thread.js";
export { RuntimeError as ThreadError } from "./builtins/exceptions.js";
export { Timer } from "./threading/timer.js";
