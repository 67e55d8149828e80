/** Mirrors Python's `asyncio`. */
export type { Await, Awaitable, Callback, Coroutine } from "./asyncio/awaitable.js";
export { BaseEventLoop as AbstractEventLoop } from "./asyncio/base_events.js";
export type { CallOptions, TaskFactory } from "./asyncio/base_events.js";
export { run_coroutine_threadsafe, wrap_future } from "./asyncio/chaining.js";
export { iscoroutine, iscoroutinefunction } from "./asyncio/coroutines.js";
export type { ExceptionContext, ExceptionHandler } from "./asyncio/exception_handler.js";
export {
  _get_running_loop,
  get_event_loop,
  get_running_loop,
  Handle,
  new_event_loop,
  set_event_loop,
  TimerHandle,
} from "./asyncio/events.js";
export { CancelledError, InvalidStateError, TimeoutError } from "./asyncio/exceptions.js";
export { Future, isfuture } from "./asyncio/futures.js";
export { gather, gather_kw } from "./asyncio/gather.js";
export type { GatherOptions } from "./asyncio/gather.js";
export { run, Runner } from "./asyncio/runners.js";
export type { RunnerOptions } from "./asyncio/runners.js";
export { all_tasks, create_task, current_task, ensure_future, sleep, Task } from "./asyncio/tasks.js";
export type { TaskOptions } from "./asyncio/tasks.js";
export { Timeout, timeout, timeout_at } from "./asyncio/timeouts.js";
export { wait_for } from "./asyncio/wait_for.js";
