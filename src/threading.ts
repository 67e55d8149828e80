/** Mirrors Python's `threading`. What may stop a thread, and what other threads can see, is a blocking call: drive it with `yield*`. */
export { Condition, Event } from "./threading/condition.js";
export { local } from "./threading/local.js";
export { Lock, RLock, TIMEOUT_MAX } from "./threading/lock.js";
export {
  active_count,
  current_thread,
  enumerate,
  excepthook,
  get_ident,
  get_native_id,
  main_thread,
  set_excepthook,
  Thread,
} from "./threading/thread.js";
export type { ExceptHook, ExceptHookArgs, ThreadOptions } from "./threading/thread.js";
