/** Mirrors Python's `asyncio`. */
export { as_completed } from "./asyncio/as_completed.js";
export type { AsCompletedIterator, AsCompletedOptions } from "./asyncio/as_completed.js";
export type { Await, Awaitable, Callback, Coroutine } from "./asyncio/awaitable.js";
export {
  BaseEventLoop as AbstractEventLoop,
  BaseEventLoop,
  EventLoop,
  BaseEventLoop as SelectorEventLoop,
} from "./asyncio/base_events.js";
export type { CallOptions, TaskFactory } from "./asyncio/base_events.js";
export { Barrier } from "./asyncio/barrier.js";
export { Condition } from "./asyncio/condition.js";
export { Event, Lock } from "./asyncio/locks.js";
export type { LoopOptions } from "./asyncio/locks.js";
export { BoundedSemaphore, Semaphore } from "./asyncio/semaphore.js";
export {
  open_connection,
  open_unix_connection,
  start_server,
  start_unix_server,
  StreamReader,
  StreamReaderProtocol,
  StreamWriter,
} from "./asyncio/streams.js";
export type { ReadTransport, Transport } from "./asyncio/streams.js";
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
export {
  BrokenBarrierError,
  CancelledError,
  IncompleteReadError,
  InvalidStateError,
  LimitOverrunError,
  TimeoutError,
} from "./asyncio/exceptions.js";
export { Future, isfuture } from "./asyncio/futures.js";
export { gather, gather_kw } from "./asyncio/gather.js";
export type { GatherOptions } from "./asyncio/gather.js";
export {
  capture_call_graph,
  format_call_graph,
  FrameCallGraphEntry,
  future_add_to_awaited_by,
  future_discard_from_awaited_by,
  FutureCallGraph,
  print_call_graph,
} from "./asyncio/graph.js";
export type { CallGraphOptions, Frame } from "./asyncio/graph.js";
export type { LoopArgument } from "./asyncio/loop_argument.js";
export { LifoQueue, PriorityQueue, Queue, QueueEmpty, QueueFull, QueueShutDown } from "./asyncio/queues.js";
export {
  AbstractEventLoopPolicy,
  DefaultEventLoopPolicy,
  get_event_loop_policy,
  set_event_loop_policy,
} from "./asyncio/policies.js";
export { run, Runner } from "./asyncio/runners.js";
export type { RunnerOptions } from "./asyncio/runners.js";
export { shield } from "./asyncio/shield.js";
export { TaskGroup } from "./asyncio/taskgroups.js";
export { all_tasks, create_task, current_task, ensure_future, sleep, Task } from "./asyncio/tasks.js";
export { create_eager_task_factory, eager_task_factory } from "./asyncio/task_factories.js";
export type { TaskConstructor } from "./asyncio/task_factories.js";
export type { TaskOptions } from "./asyncio/task_options.js";
export { Timeout, timeout, timeout_at } from "./asyncio/timeouts.js";
export { ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, wait } from "./asyncio/wait.js";
export type { DoneAndPending, WaitOptions } from "./asyncio/wait.js";
export { wait_for } from "./asyncio/wait_for.js";
export { to_thread } from "./asyncio/threads.js";
